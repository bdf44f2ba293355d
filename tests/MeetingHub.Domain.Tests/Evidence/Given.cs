using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Domain.Tests.Evidence;

/// <summary>Rows of registers, said shortly.</summary>
internal static class Given
{
    public static readonly LocalDate Today = new(2023, 1, 15);

    public static Damage Damage(
        string id,
        Sector sector = Sector.Housing,
        decimal? amount = null,
        string? currency = null
    ) =>
        new()
        {
            Id = id,
            Sector = sector,
            Name = LocalText.Of(("uk", id)),
            DamageAmount = amount,
            Currency = currency,
        };

    public static RecoveryProject Project(string id, decimal? cost = null, string? currency = null) =>
        new()
        {
            Id = id,
            CostTotal = cost,
            Currency = currency,
        };

    public static Funding Funding(
        string project,
        decimal amount,
        string currency,
        FundingState state,
        string? party = null
    ) =>
        new()
        {
            Id = $"{project}-{party}-{state}-{amount}",
            ProjectId = project,
            Amount = amount,
            Currency = currency,
            State = state,
            Party = party,
        };

    public static PublicRegisters Shown(
        IReadOnlyList<Damage>? damages = null,
        IReadOnlyList<RecoveryProject>? projects = null,
        IReadOnlyList<Funding>? funding = null
    ) => PublicRegisters.Of(new(damages ?? [], projects ?? [], funding ?? []), Today);
}
