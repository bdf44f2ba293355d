using System.Text.RegularExpressions;
using MeetingHub.Web.Mail;

namespace MeetingHub.Web.Tests.Scheduling.Polls;

/// <summary>Everything that was sent. One letter counts once, as at a mail server, by its id.</summary>
public sealed partial class Postbag : IMailTransport
{
    private readonly List<Letter> letters = [];

    public Task Send(Letter letter, CancellationToken ct)
    {
        lock (letters)
        {
            if (letters.TrueForAll(l => l.Id != letter.Id))
                letters.Add(letter);
        }

        return Task.CompletedTask;
    }

    /// <summary>What somebody got about polls, in the order in which it came.</summary>
    public IReadOnlyList<Letter> To(string address) => Of(address, hasCalendar: false);

    public IReadOnlyList<Letter> InvitationsTo(string address) => Of(address, hasCalendar: true);

    private List<Letter> Of(string address, bool hasCalendar)
    {
        lock (letters)
            return [.. letters.Where(l => l.ToAddress == address && l.Calendar is not null == hasCalendar)];
    }

    public static string LinkIn(Letter letter) => Link().Match(letter.Text).Value;

    [GeneratedRegex("/p/[A-Za-z0-9_-]{32}")]
    private static partial Regex Link();
}
