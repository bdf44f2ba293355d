using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Tests.Evidence;

internal static class Given
{
    public static readonly Guid Izium = Guid.Parse("11111111-0000-4000-8000-000000000001");
    public static readonly Guid Chennevieres = Guid.Parse("22222222-0000-4000-8000-000000000002");

    public static Damage Damage(string id, decimal? amount = null) =>
        new()
        {
            Id = id,
            Sector = Sector.Housing,
            Name = LocalText.Of(("uk", $"Будинок {id}")),
            DamageAmount = amount,
            Currency = amount is null ? null : "UAH",
        };

    public static List<IEntry> Damages(int count, decimal? amount = null) =>
        [.. Enumerable.Range(0, count).Select(i => Damage($"d{i:00000}", amount))];
}
