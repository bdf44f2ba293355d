using MeetingHub.Domain;
using MeetingHub.Web.Shared.Languages;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Scheduling.Tray;

/// <summary>
/// Words an entry for its reader. A place that holds a moment (ISO, in UTC) is shown in the reader's language and zone, one that
/// holds the key of a text as that text, and anything else as it is: text from outside, never markup.
/// </summary>
public static class TrayWords
{
    public static string Of(Instant moment) => InstantPattern.ExtendedIso.Format(moment);

    public static string Of(Domain.Meetings.Answer answer) => $"answer.{Code.Of(answer)}";

    public static string Of(TrayEntry entry, Texts texts, Times times, string zone) =>
        texts[$"tray.{Code.Of(entry.Kind)}", [.. entry.Args.Select(a => Place(a, texts, times, zone))]].Trim();

    private static string Place(string arg, Texts texts, Times times, string zone) =>
        InstantPattern.ExtendedIso.Parse(arg) is { Success: true, Value: var moment } ? times.At(moment, zone)
        : texts.Has(arg) ? texts[arg]
        : arg;
}
