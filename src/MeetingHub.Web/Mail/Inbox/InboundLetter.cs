using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace MeetingHub.Web.Mail.Inbox;

/// <summary>What the mailbox's own server says of the sender's address.</summary>
public enum SenderProof
{
    /// <summary>Nothing, or nothing that can be believed.</summary>
    Unknown,
    Passed,
    Failed,
}

/// <summary>
/// A letter that came in, as far as anybody here needs it. Everything in it was written by whoever wanted to.
/// </summary>
/// <param name="From">The addresses in From, lower case; an honest letter has one.</param>
/// <param name="Calendars">Each calendar in it, at most <see cref="MostCalendars"/>, in UTF-8 unless it lies.</param>
/// <param name="Text">The beginning of what is to be read; null when there is none.</param>
/// <param name="Answers">Those of our letters that it names as the ones it answers, the nearest first.</param>
public sealed record InboundLetter(
    string MessageId,
    IReadOnlyList<string> From,
    string Subject,
    Instant Received,
    IReadOnlyList<byte[]> Calendars,
    string? Text,
    SenderProof Sender,
    IReadOnlyList<Guid> Answers
)
{
    public const int MostCalendars = 4;
    public const int LongestText = 2000;

    /// <summary>
    /// The same for the same letter read again. The sender is in it, so that nobody can make somebody else's letter look as if
    /// it had been read already.
    /// </summary>
    public string Key { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{MessageId}\n{string.Join(',', From)}")));
}

/// <summary>One of our letters that a mail server could not deliver (RFC 3464), and that server's words.</summary>
public sealed record UndeliveredLetter(Guid LetterId, string Recipient, string Why);

/// <summary>
/// Takes in what the mailbox holds. The same letter may be handed over twice (a crash came between), so handling it again must
/// change nothing. True when it was for us: then it is marked as read; other mail is left as it lay.
/// </summary>
public interface IInboundLetters
{
    Task<bool> Handle(InboundLetter letter, CancellationToken stop);

    Task<bool> Handle(UndeliveredLetter letter, CancellationToken stop);
}
