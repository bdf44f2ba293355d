using System.Text;
using MeetingHub.Web.Data;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Tests.Calendar;
using MimeKit;
using Xunit;

namespace MeetingHub.Web.Tests.Mail;

public sealed class LetterMimeTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_invitation_offers_text_then_HTML_then_calendar_and_the_calendar_as_a_file()
    {
        var message = await Sent(Letters.Invitation());

        var mixed = Assert.IsType<Multipart>(message.Body);
        Assert.Equal("multipart/mixed", mixed.ContentType.MimeType);
        Assert.Equal(2, mixed.Count);
        var alternative = Assert.IsType<MultipartAlternative>(mixed[0]);
        Assert.Equal(
            ["text/plain", "text/html", "text/calendar"],
            alternative.Select(part => part.ContentType.MimeType)
        );
        Assert.Equal("application/ics", mixed[1].ContentType.MimeType);
        Assert.True(mixed[1].IsAttachment);
    }

    [Fact]
    public async Task A_letter_without_calendar_is_text_and_HTML()
    {
        var message = await Sent(Letters.Plain);

        var alternative = Assert.IsType<MultipartAlternative>(message.Body);
        Assert.Equal(["text/plain", "text/html"], alternative.Select(part => part.ContentType.MimeType));
        Assert.Equal("Вітаємо!\r\nДо зустрічі.", Decoded((MimePart)alternative[0]));
    }

    [Fact]
    public async Task A_letter_that_can_be_ended_says_how_to_mail_programs_and_others_do_not()
    {
        var end = new Uri("https://hub.example/reminders/" + new string('x', 150) + "/end");
        var message = await Sent(Letters.Plain with { Unsubscribe = end });

        Assert.Equal($"<{end}>", message.Headers[HeaderId.ListUnsubscribe]!.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers[HeaderId.ListUnsubscribePost]);
        Assert.Null((await Sent(Letters.Plain)).Headers[HeaderId.ListUnsubscribe]);
    }

    [Theory]
    [InlineData(false, "REQUEST")]
    [InlineData(true, "CANCEL")]
    public async Task The_part_names_the_method_of_its_calendar(bool isCancelled, string method)
    {
        var letter = Letters.Invitation(Cards.Balakliia with { IsCancelled = isCancelled });
        var part = CalendarOf(await Sent(letter));

        Assert.Equal(method, part.ContentType.Parameters["method"]);
        Assert.Equal("utf-8", part.ContentType.Parameters["charset"]);
    }

    [Fact]
    public async Task Both_copies_of_the_calendar_arrive_octet_by_octet()
    {
        var letter = Letters.Invitation();
        var message = await Sent(letter);

        Assert.Equal(letter.Calendar, Decoded(CalendarOf(message)));
        Assert.Equal(letter.Calendar, Decoded((MimePart)message.Attachments.Single()));
    }

    [Fact]
    public async Task Every_part_is_base64_and_every_line_ends_with_CRLF_and_is_short_ASCII()
    {
        var message = await Sent(Letters.Invitation());
        var raw = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(FileOf(Letters.Plain), Ct));

        Assert.All(
            message.BodyParts.Cast<MimePart>(),
            part => Assert.Equal(ContentEncoding.Base64, part.ContentTransferEncoding)
        );
        Assert.DoesNotContain(raw.Replace("\r\n", "", StringComparison.Ordinal), c => c is '\r' or '\n');
        Assert.All(raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        Assert.True(Ascii.IsValid(raw));
    }

    [Fact]
    public async Task The_same_letter_always_has_the_same_message_id()
    {
        var first = (await Sent(Letters.Plain)).MessageId;
        var again = (await Sent(Letters.Plain)).MessageId;
        var other = (await Sent(Letters.Plain with { Id = Guid.NewGuid() })).MessageId;

        Assert.Equal("45c48cce2e2d4fbdaa0afc51c7c6ad26@meetinghub.example", first);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task Names_and_subjects_in_any_script_arrive()
    {
        var message = await Sent(Letters.Plain with { ToName = "В'ячеслав \"Слава\" Ющенко, голова" });

        Assert.Equal(Letters.Plain.Subject, message.Subject);
        Assert.Equal("В'ячеслав \"Слава\" Ющенко, голова", message.To.Mailboxes.Single().Name);
        Assert.Equal("meetings@meetinghub.example", message.From.Mailboxes.Single().Address);
        Assert.Equal(Letters.Clock.GetCurrentInstant().ToDateTimeOffset(), message.Date);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n\r\n")]
    [InlineData("\u2028")]
    [InlineData("\0")]
    public async Task No_name_or_subject_can_add_a_header(string lineBreak)
    {
        var typed = $"Zoé{lineBreak}Bcc: mallory@evil.example{lineBreak}X-Forged: 1";
        var message = await Sent(Letters.Plain with { ToName = typed, Subject = typed });

        Assert.Empty(message.Bcc);
        Assert.False(message.Headers.Contains("X-Forged"));
        Assert.Equal("zoe.lefevre@lehavre.example", Assert.Single(message.To.Mailboxes).Address);
        Assert.Equal("Zoé Bcc: mallory@evil.example X-Forged: 1", message.Subject);
    }

    [Theory]
    [InlineData("")]
    [InlineData("zoe")]
    [InlineData("zoe@a.example, mallory@evil.example")]
    [InlineData("zoe@a.example,mallory@evil.example")]
    [InlineData("zoe@a.example>,<mallory@evil.example")]
    [InlineData("Zoe <zoe@a.example>")]
    [InlineData("zoe@a.example\r\nBcc: mallory@evil.example")]
    [InlineData("zoe@a.example\nBcc:mallory@evil.example")]
    [InlineData("<@evil.example:zoe@a.example>")]
    [InlineData("zoe@a.example(comment)")]
    [InlineData("group:zoe@a.example;")]
    public async Task An_address_is_one_mailbox_or_nothing_is_sent(string address)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Sent(Letters.Plain with { ToAddress = address }));
        await Assert.ThrowsAsync<ArgumentException>(() => Sent(Letters.Plain with { ReplyToAddress = address }));
    }

    [Theory]
    [InlineData("zoe+hub@a.example")]
    [InlineData("o'brien@a.example")]
    [InlineData("zoe@mairie.le-havre.fr")]
    [InlineData("рада@пошта.укр")]
    public async Task Ordinary_addresses_are_not_refused(string address) =>
        Assert.Equal(address, (await Sent(Letters.Plain with { ToAddress = address })).To.Mailboxes.Single().Address);

    [Fact]
    public async Task Answers_go_where_the_letter_says()
    {
        var message = await Sent(Letters.Plain with { ReplyToAddress = "olena@balakliia.example" });

        Assert.Equal("olena@balakliia.example", message.ReplyTo.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task From_is_the_organizer_or_both_letter_and_calendar_say_who_sends()
    {
        var forAnother = Cards.Balakliia with
        {
            OrganizerAddress = "olena@balakliia.example",
            SentByAddress = "Meetings@MeetingHub.example",
        };

        Assert.Null((await Sent(Letters.Invitation())).Sender);
        Assert.Equal("meetings@meetinghub.example", (await Sent(Letters.Invitation(forAnother))).Sender?.Address);
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Sent(Letters.Invitation(forAnother with { SentByAddress = null }))
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Sent(Letters.Invitation(forAnother with { SentByAddress = "other@meetinghub.example" }))
        );
    }

    [Theory]
    [InlineData("CANCEL")]
    [InlineData(null)]
    [InlineData("REQUEST; x=y")]
    public async Task A_letter_that_contradicts_its_calendar_is_a_bug(string? method) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Sent(Letters.Invitation() with { CalendarMethod = method }));

    [Fact]
    public async Task Absence_notices_are_asked_not_to_answer() =>
        Assert.Equal("auto-generated", (await Sent(Letters.Plain)).Headers["Auto-Submitted"]);

    private async Task<MimeMessage> Sent(Letter letter)
    {
        await new EmlFiles(
            Letters.Settings(mail => mail.OutboxFolder = folder.Path),
            new DataFolder(folder.Path),
            Letters.Clock
        ).Send(letter, Ct);
        return await MimeMessage.LoadAsync(FileOf(letter), Ct);
    }

    private string FileOf(Letter letter) => Path.Combine(folder.Path, $"{letter.Id}.eml");

    private static MimePart CalendarOf(MimeMessage message) => (MimePart)((Multipart)((Multipart)message.Body!)[0])[2];

    private static string Decoded(MimePart part)
    {
        using var octets = new MemoryStream();
        part.Content!.DecodeTo(octets, Ct);
        return Encoding.UTF8.GetString(octets.ToArray());
    }
}
