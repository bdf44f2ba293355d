using MeetingHub.Web.Data;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MeetingHub.Web.Mail;

/// <summary>
/// Writes each letter as one file, <c>{Id}.eml</c>. Whoever collects the files never sees half a letter: it is written
/// under another name, forced to disk and renamed. The same letter again replaces its file.
/// </summary>
public sealed class EmlFiles(IOptions<MailSettings> options, DataFolder data, IClock clock) : IMailTransport
{
    public async Task Send(Letter letter, CancellationToken ct)
    {
        var settings = options.Value;
        using var message = LetterMime.Build(letter, settings, clock.GetCurrentInstant());
        var folder = settings.OutboxFolder is { Length: > 0 } own
            ? Directory.CreateDirectory(own).FullName
            : data.Outbox;
        // A name of its own for each attempt: two senders of the same letter must not write into one file.
        var unfinished = Path.Combine(folder, $".{letter.Id}.{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await message.WriteToAsync(LetterMime.Format, file, ct);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, Path.Combine(folder, $"{letter.Id}.eml"), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
