using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>What is sent from beside a preview: look again on other terms, or write.</summary>
internal sealed class BringForm
{
    public BringSource Source { get; set; }
    public string? Token { get; set; }
    public string? Tongue { get; set; }
    public CoordinateOrder? Order { get; set; }
    public FundingState Funding { get; set; } = FundingState.Pledged;
    public bool IsGuarded { get; set; }
    public string? Act { get; set; }

    public BringTerms Terms(BringTerms usual) =>
        usual with
        {
            Language = Language.IsKnown(Tongue) ? Tongue! : usual.Language,
            Order = Order,
            Funding = Funding,
            IsGuarded = IsGuarded,
        };
}
