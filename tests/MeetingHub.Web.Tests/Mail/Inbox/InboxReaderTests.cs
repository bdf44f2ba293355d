using MailKit.Security;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Mail.Inbox;
using Xunit;

namespace MeetingHub.Web.Tests.Mail.Inbox;

public sealed class InboxReaderTests : IAsyncDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private readonly Database database = new();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task News_is_heard_while_the_line_is_quiet_and_again_after_the_server_was_away()
    {
        using var mailbox = new LoopbackMailbox();
        var reading = new Reading(database.Databases, mailbox.Settings());
        using var reader = reading.Reader();
        await reader.StartAsync(Ct);
        mailbox.Deliver(Mails.Plain("one@hall.example", "before"));
        Assert.Equal("before", (await reading.Next()).Subject);
        mailbox.Deliver(Mails.Plain("two@hall.example", "told"));
        Assert.Equal("told", (await reading.Next()).Subject);

        mailbox.Cut();
        mailbox.Deliver(Mails.Plain("three@hall.example", "meanwhile"));
        mailbox.ComeBack();
        Assert.Equal("meanwhile", (await reading.Next()).Subject);

        mailbox.Deliver(Mails.Plain("four@hall.example", "after"));
        Assert.Equal("after", (await reading.Next()).Subject);
        await reader.StopAsync(Ct);
    }

    [Fact]
    public async Task A_server_that_cannot_tell_of_news_is_asked()
    {
        using var mailbox = new LoopbackMailbox("IMAP4rev1 UIDPLUS");
        var reading = new Reading(database.Databases, mailbox.Settings(imap => imap.PollSeconds = 1));
        using var reader = reading.Reader();
        await reader.StartAsync(Ct);
        mailbox.Deliver(Mails.Plain("one@hall.example", "before"));
        await reading.Next();
        mailbox.Deliver(Mails.Plain("two@hall.example", "asked"));

        Assert.Equal("asked", (await reading.Next()).Subject);
        await reader.StopAsync(Ct);
    }

    [Fact]
    public async Task A_hidden_TLS_offer_does_not_reveal_the_password()
    {
        using var mailbox = new LoopbackMailbox();

        await Assert.ThrowsAsync<AuthenticationException>(() => Open(mailbox, MailTls.Auto));
        Assert.DoesNotContain("method=PLAIN", mailbox.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailTls.Auto)]
    [InlineData(MailTls.StartTls)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(MailTls tls)
    {
        using var mailbox = new LoopbackMailbox(tls: true);

        await Assert.ThrowsAsync<SslHandshakeException>(() => Open(mailbox, tls));
        Assert.DoesNotContain("method=PLAIN", mailbox.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_host_no_mailbox_is_asked_for()
    {
        using var reader = new Reading(
            database.Databases,
            Microsoft.Extensions.Options.Options.Create(new MailSettings())
        ).Reader();
        await reader.StartAsync(Ct);

        await reader.ExecuteTask!.WaitAsync(Ct);
    }

    private static async Task Open(LoopbackMailbox mailbox, MailTls tls)
    {
        using var line = await InboxLine.Open(
            mailbox.Settings(imap => imap.Tls = tls).Value.Imap,
            TimeProvider.System,
            Ct
        );
    }
}
