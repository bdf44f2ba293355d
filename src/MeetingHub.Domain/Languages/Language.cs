namespace MeetingHub.Domain.Languages;

/// <summary>
/// The languages that MeetingHub speaks and that a text can be written in, as ISO 639-1 codes in lower case.
/// A code outside this list is refused at the door; the list's order is the order in which a reader is offered them.
/// </summary>
public static class Language
{
    public const string Ukrainian = "uk";
    public const string French = "fr";
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = [Ukrainian, French, English];

    public static bool IsKnown(string? code) => code is Ukrainian or French or English;

    /// <summary>The language's own name for itself, as a language switch shows it.</summary>
    public static string NameOf(string code) =>
        code switch
        {
            Ukrainian => "Українська",
            French => "Français",
            English => "English",
            _ => code,
        };
}
