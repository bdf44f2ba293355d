namespace MeetingHub.Browser.Tests.Stage;

/// <summary>The people of the demo, by what they come to do.</summary>
public static class Cast
{
    public const string Password = "meet-in-the-middle";

    public static Account UkrainianSecretary { get; } = new("secretary@izium.example", "uk-UA", "Europe/Kyiv");
    public static Account UkrainianHead { get; } = new("head@izium.example", "uk-UA", "Europe/Kyiv");
    public static Account FrenchSecretary { get; } = new("secretary@chennevieres.example", "fr-FR", "Europe/Paris");
    public static Account Mayor { get; } = new("maire@chennevieres.example", "fr-FR", "Europe/Paris");

    public sealed record Account(string Email, string Locale, string Zone)
    {
        public string Language => Locale[..2];
    }
}
