using MeetingHub.Web.Log;
using MeetingHub.Web.Mail;

namespace MeetingHub.Web.Scheduling;

/// <summary>Words the letters of some kinds when they are sent. Each kind has exactly one writer.</summary>
public interface ILetterWriter
{
    bool Writes(LetterKind kind);

    /// <summary>The letter, or null when there is nobody to write to, or nothing to say, any more.</summary>
    Task<Letter?> Write(OutboxMessage message, CancellationToken stop);
}
