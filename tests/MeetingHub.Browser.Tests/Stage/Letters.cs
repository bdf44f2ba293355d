using System.Text.RegularExpressions;
using MimeKit;

namespace MeetingHub.Browser.Tests.Stage;

/// <summary>The letters in the outbox, as a mail program would read them.</summary>
public static partial class Letters
{
    /// <summary>The personal link in the letter to somebody, as soon as the letter has been written.</summary>
    public static async Task<string> LinkTo(string outbox, string email)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        for (; ; )
        {
            foreach (var file in Directory.Exists(outbox) ? Directory.GetFiles(outbox, "*.eml") : [])
            {
                var letter = await MimeMessage.LoadAsync(file, stop.Token);
                if (letter.To.Mailboxes.Any(m => m.Address == email))
                    return Link().Match(letter.TextBody ?? "").Value;
            }

            await Task.Delay(50, stop.Token);
        }
    }

    [GeneratedRegex("https?://[^ \r\n]+/i/[^ \r\n]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
