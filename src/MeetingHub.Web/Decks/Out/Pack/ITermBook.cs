using MeetingHub.Domain.Terms;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>The terms that a community has agreed with its translators.</summary>
public interface ITermBook
{
    Task<IReadOnlyList<Term>> Of(Guid communityId, CancellationToken stop = default);
}
