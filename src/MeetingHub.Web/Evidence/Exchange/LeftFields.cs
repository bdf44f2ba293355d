namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>Counts what is left behind, by field: a file of a thousand projects is told of in ten lines.</summary>
internal sealed class LeftFields
{
    private const int MostFields = 200;
    private readonly Dictionary<(string Field, LeftWhy Why), int> left = [];

    public void Add(string field, LeftWhy why)
    {
        var key = (field, why);
        // A file may invent a name for each field.
        if (left.Count < MostFields || left.ContainsKey(key))
            left[key] = left.GetValueOrDefault(key) + 1;
    }

    public IReadOnlyList<LeftField> All =>
        [
            .. left.OrderBy(l => l.Key.Why)
                .ThenByDescending(l => l.Value)
                .ThenBy(l => l.Key.Field, StringComparer.Ordinal)
                .Select(l => new LeftField(l.Key.Field, l.Key.Why, l.Value)),
        ];
}
