namespace MeetingHub.Domain.Decks;

/// <summary>
/// How long notes take to be said. About 100 words a minute leave an interpreter time to follow (domain practice of conference
/// interpreters; ordinary speech has 130 to 150). Consecutive interpretation says everything twice.
/// </summary>
public static class SpeakingTime
{
    public const int WordsAMinute = 100;

    /// <summary>Whole minutes, begun ones counted; 0 for no words.</summary>
    public static int Minutes(int words, bool isConsecutive = false) =>
        (int)Math.Ceiling(words * (isConsecutive ? 2 : 1) / (double)WordsAMinute);

    /// <summary>Whether notes of so many words fit into an agenda item of so many minutes.</summary>
    public static SpeakingFit Fit(int words, int minutes) =>
        Minutes(words, isConsecutive: true) <= minutes ? SpeakingFit.Fits
        : Minutes(words) <= minutes ? SpeakingFit.NotConsecutively
        : SpeakingFit.TooLong;
}

public enum SpeakingFit
{
    /// <summary>Also when everything is said twice.</summary>
    Fits,

    /// <summary>Only when nothing is said twice: in one language, or with simultaneous interpretation.</summary>
    NotConsecutively,

    TooLong,
}
