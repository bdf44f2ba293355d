using System.Text.RegularExpressions;
using MimeKit;

namespace MeetingHub.Browser.Tests.Stage;

/// <summary>The letters in the outbox, as a mail program would read them.</summary>
public static partial class Letters
{
    /// <summary>The personal link in the letter to somebody, to a meeting or a series or a poll, as soon as the letter has been written.</summary>
    public static async Task<string> LinkTo(string outbox, string email, string kind = "/i/")
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (; ; )
        {
            foreach (var file in Directory.Exists(outbox) ? Directory.GetFiles(outbox, "*.eml") : [])
            {
                var letter = await MimeMessage.LoadAsync(file, stop.Token);
                if (letter.To.Mailboxes.Any(m => m.Address == email))
                {
                    var link = Link()
                        .Matches(letter.TextBody ?? "")
                        .FirstOrDefault(l => l.Value.Contains(kind, StringComparison.Ordinal));
                    if (link is not null)
                        return link.Value;
                }
            }

            await Task.Delay(50, stop.Token);
        }
    }

    [GeneratedRegex("https?://[^ \r\n]+/[isp]/[^ \r\n]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
