namespace MeetingHub.Web.Calendar.Reading;

/// <summary>One component between BEGIN and END, with its properties in their order and the components inside it.</summary>
internal sealed class CalendarPart(string name)
{
    private readonly List<ContentLine> lines = [];
    private readonly List<CalendarPart> parts = [];

    /// <summary>In capitals.</summary>
    public string Name => name;

    public IReadOnlyList<CalendarPart> Parts => parts;

    public IEnumerable<CalendarPart> Named(string wanted) => parts.Where(part => part.Name == wanted);

    public IEnumerable<ContentLine> All(string property) => lines.Where(line => line.Name == property);

    public ContentLine? First(string property) => lines.Find(line => line.Name == property);

    public string? Value(string property) => First(property)?.Value.Trim();

    /// <summary>Whether the property has this value, in capitals or not.</summary>
    public bool Says(string property, string value) =>
        string.Equals(Value(property), value, StringComparison.OrdinalIgnoreCase);

    public void Add(ContentLine line) => lines.Add(line);

    public void Add(CalendarPart part) => parts.Add(part);
}
