namespace MeetingHub.Web.Calendar;

/// <summary>
/// One parameter of a calendar property, such as <c>CN="Олена"</c>. A parameter has no escapes that every client knows,
/// so a quote becomes an apostrophe, and a circumflex goes: readers of RFC 6868 would decode <c>^n</c> as a line break.
/// </summary>
public readonly record struct IcsParameter(string Name, string Value)
{
    /// <summary>The value as it stands in the line, quoted unless it is a plain token.</summary>
    public string Written
    {
        get
        {
            var safe = SafeText.Line(Value).Replace('"', '\'').Replace("^", "", StringComparison.Ordinal);
            return safe.Length > 0 && safe.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '_' or '+')
                ? safe
                : $"\"{safe}\"";
        }
    }
}
