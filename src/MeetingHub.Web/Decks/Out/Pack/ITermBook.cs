using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Decks.Out.Pack;

/// <summary>A word with its agreed translations, and what is to be known of it.</summary>
public sealed record AgreedTerm(LocalText Term, string? Note);

/// <summary>The terms that a community has agreed with its translators.</summary>
public interface ITermBook
{
    Task<IReadOnlyList<AgreedTerm>> Of(Guid communityId, CancellationToken stop = default);
}
