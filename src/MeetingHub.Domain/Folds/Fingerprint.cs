using System.Globalization;
using System.Text;

namespace MeetingHub.Domain.Folds;

/// <summary>
/// The state's hash in a heartbeat: FNV-1a, 32 bits, over a line of ASCII that <c>wwwroot/js/live/state.js</c> writes the
/// same way. It need not resist an attacker, who could only deceive himself; it must be cheap on an old phone.
/// Free texts are left out: they arrive with the facts whose ids and revisions are in.
/// </summary>
public static class Fingerprint
{
    public static string Of(LiveState state) => Fnv1A(Canonical(state)).ToString("x8", CultureInfo.InvariantCulture);

    internal static string Canonical(LiveState s)
    {
        var line = new StringBuilder();
        line.Append(Code.Of(s.Status)).Append('|');
        line.Append(s.PausedFor is { } reason ? Code.Of(reason) : "-").Append('|');
        line.Append(s.Deck?.Version ?? "-").Append(s.Deck?.Withdrawn == true ? "!|" : "|");
        line.Append(s.SlideId ?? "-").Append('#').Append(s.Step).Append('|');
        line.Append(s.SlidesHeldBy?.ToString() ?? "-").Append('#').Append(s.Fence).Append('|');
        line.Append(s.AgendaItemId?.ToString() ?? "-");
        foreach (var q in s.Questions)
            line.Append("|q").Append(q.Id).Append(':').Append(q.Votes).Append(':').Append(Flag(q.Answered));
        foreach (var i in s.Items)
        {
            line.Append("|i").Append(i.Id).Append(':').Append(i.Revision).Append(':').Append(i.Hash).Append(':');
            line.Append(Code.Of(i.Status)).Append(':').Append(Flag(i.Host)).Append(Flag(i.Partner));
            line.Append(Flag(i.HostWouldDrop)).Append(Flag(i.PartnerWouldDrop));
        }

        return line.ToString();
    }

    private static char Flag(bool value) => value ? '1' : '0';

    // http://www.isthe.com/chongo/tech/comp/fnv/ : offset basis 2166136261, prime 16777619.
    private static uint Fnv1A(string text)
    {
        var hash = 2166136261;
        foreach (var character in text)
            hash = unchecked((hash ^ (byte)character) * 16777619);
        return hash;
    }
}
