using MeetingHub.Web.Tests.Calendar;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Tests.Scheduling;

/// <summary>What a calendar letter says, by its lines.</summary>
internal sealed record Received(string Method, string Uid, int Sequence, Instant Stamp, string Times)
{
    public bool IsCancellation => Method == "CANCEL";

    public static Received Of(string ics)
    {
        string[] times = [IcsLines.One(ics, "DTSTART"), IcsLines.One(ics, "DTEND")];
        var stamp = InstantPattern.CreateWithInvariantCulture("'DTSTAMP:'uuuuMMdd'T'HHmmss'Z'");
        return new Received(
            IcsLines.Unfolded(ics).Single(l => l.StartsWith("METHOD:", StringComparison.Ordinal))["METHOD:".Length..],
            IcsLines.One(ics, "UID"),
            int.Parse(IcsLines.One(ics, "SEQUENCE")["SEQUENCE:".Length..], null),
            stamp.Parse(IcsLines.One(ics, "DTSTAMP")).Value,
            string.Join(' ', times)
        );
    }
}

/// <summary>
/// One person's letters, and their calendar as a client keeps it by RFC 5546 section 2.1.5: a letter that is not newer than what is
/// known changes nothing, and a cancelled meeting comes back by a higher SEQUENCE alone.
/// </summary>
internal sealed class Mailbox
{
    private readonly List<Received> letters = [];
    private Received? known;

    public IReadOnlyList<Received> Letters => letters;

    /// <summary>When the calendar has the meeting, or null when it has none.</summary>
    public string? Shown => known is { IsCancellation: false } ? known.Times : null;

    public void Take(Received letter)
    {
        letters.Add(letter);
        var isNewer =
            known is null
            || letter.Sequence > known.Sequence
            || (letter.Sequence == known.Sequence && letter.Stamp > known.Stamp && !known.IsCancellation);
        if (isNewer)
            known = letter;
    }
}
