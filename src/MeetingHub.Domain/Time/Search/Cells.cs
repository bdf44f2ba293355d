namespace MeetingHub.Domain.Time.Search;

/// <summary>
/// A stretch of time as bits of five minutes: set where something stands in the way. Many calendars are laid over each other
/// in one, and all starts that are free for the whole length come out of a few shifts.
/// </summary>
internal sealed class Cells(int count)
{
    private readonly ulong[] words = new ulong[(count + 63) / 64 + 1];

    /// <summary>Sets the bits from here to before there; what lies outside is cut off.</summary>
    public void Block(long from, long to)
    {
        var (first, last) = ((int)Math.Clamp(from, 0, count), (int)Math.Clamp(to, 0, count) - 1);
        if (first > last)
            return;
        var (firstWord, lastWord) = (first >> 6, last >> 6);
        var (head, tail) = (ulong.MaxValue << (first & 63), ulong.MaxValue >> (63 - (last & 63)));
        if (firstWord == lastWord)
        {
            words[firstWord] |= head & tail;
            return;
        }

        words[firstWord] |= head;
        words.AsSpan(firstWord + 1, lastWord - firstWord - 1).Fill(ulong.MaxValue);
        words[lastWord] |= tail;
    }

    /// <summary>
    /// Spreads every set bit down over <paramref name="length"/> cells, doubling the distance each time, so that a bit is left
    /// unset just where a start has the whole length free.
    /// </summary>
    public void LeaveStartsOf(int length)
    {
        for (var covered = 1; covered < length; )
        {
            var step = Math.Min(covered, length - covered);
            OrShiftedDown(step);
            covered += step;
        }
    }

    public bool IsBlocked(int cell) => (words[cell >> 6] >> (cell & 63) & 1) != 0;

    private void OrShiftedDown(int by)
    {
        var (whole, rest) = (by >> 6, by & 63);
        for (var i = 0; i + whole < words.Length; i++)
        {
            var low = words[i + whole] >> rest;
            var high = rest > 0 && i + whole + 1 < words.Length ? words[i + whole + 1] << (64 - rest) : 0;
            words[i] |= low | high;
        }
    }
}
