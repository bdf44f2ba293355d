using System.Net;
using System.Net.Sockets;
using MailKit.Security;
using MeetingHub.Web.Mail;
using Xunit;

namespace MeetingHub.Web.Tests.Mail;

public class SmtpTransportTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailTls.Auto)]
    [InlineData(MailTls.None)]
    public async Task An_invitation_reaches_a_real_server_whole(MailTls tls)
    {
        using var server = new LoopbackMailServer();
        await Transport(server.Port, smtp => smtp.Tls = tls).Send(Letters.Invitation(), Ct);

        var message = Assert.Single(server.Messages());
        Assert.Equal("45c48cce2e2d4fbdaa0afc51c7c6ad26@meetinghub.example", message.MessageId);
        Assert.Equal(Letters.Plain.Subject, message.Subject);
        Assert.Equal(4, message.BodyParts.Count());
        Assert.Equal("meetings@meetinghub.example > zoe.lefevre@lehavre.example", Assert.Single(server.Envelopes));
        Assert.False(server.SawSignIn);
    }

    [Fact]
    public async Task A_retry_is_recognisable_as_the_same_letter()
    {
        using var server = new LoopbackMailServer();
        var transport = Transport(server.Port);
        await transport.Send(Letters.Plain, Ct);
        await transport.Send(Letters.Plain, Ct);

        Assert.Equal(2, server.Messages().Count);
        Assert.Single(server.Messages().Select(message => message.MessageId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_organizer_for_whom_we_send_is_not_the_envelope_sender()
    {
        using var server = new LoopbackMailServer();
        var card = Calendar.Cards.Balakliia with
        {
            OrganizerAddress = "olena@balakliia.example",
            SentByAddress = "meetings@meetinghub.example",
        };
        await Transport(server.Port).Send(Letters.Invitation(card), Ct);

        Assert.StartsWith("meetings@meetinghub.example >", Assert.Single(server.Envelopes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailTls.StartTls)]
    [InlineData(MailTls.Auto)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(MailTls tls)
    {
        using var server = new LoopbackMailServer(tls: true);

        await Assert.ThrowsAsync<SslHandshakeException>(() =>
            Transport(server.Port, smtp => smtp.Tls = tls).Send(Letters.Plain, Ct)
        );
        Assert.Empty(server.Messages());
    }

    [Fact]
    public async Task Nothing_is_sent_when_TLS_is_required_and_not_offered()
    {
        using var server = new LoopbackMailServer();

        await Assert.ThrowsAnyAsync<NotSupportedException>(() =>
            Transport(server.Port, smtp => smtp.Tls = MailTls.StartTls).Send(Letters.Plain, Ct)
        );
        Assert.Empty(server.Messages());
    }

    [Fact]
    public async Task A_hidden_TLS_offer_does_not_reveal_the_password()
    {
        using var server = new LoopbackMailServer();

        await Assert.ThrowsAsync<AuthenticationException>(() =>
            Transport(server.Port, smtp => (smtp.User, smtp.Password) = ("hub", "right")).Send(Letters.Plain, Ct)
        );
        Assert.False(server.SawSignIn);
        Assert.Empty(server.Messages());
    }

    [Theory]
    [InlineData("right", 1)]
    [InlineData("wrong", 0)]
    public async Task A_relay_that_asks_who_we_are_is_told(string password, int kept)
    {
        using var server = new LoopbackMailServer();
        var transport = Transport(
            server.Port,
            smtp => (smtp.User, smtp.Password, smtp.Tls) = ("hub", password, MailTls.None)
        );
        var failure = await Record.ExceptionAsync(() => transport.Send(Letters.Plain, Ct));

        Assert.Equal(kept == 0, failure is AuthenticationException);
        Assert.True(server.SawSignIn);
        Assert.Equal(kept, server.Messages().Count);
    }

    [Fact]
    public async Task A_silent_server_does_not_hold_the_outbox()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;

        await Assert.ThrowsAsync<TimeoutException>(() =>
            Transport(port, smtp => smtp.TimeoutSeconds = 1).Send(Letters.Plain, Ct)
        );
    }

    [Fact]
    public async Task A_server_that_is_away_is_a_failure_to_retry()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await Assert.ThrowsAnyAsync<SocketException>(() => Transport(port).Send(Letters.Plain, Ct));
    }

    private static SmtpTransport Transport(int port, Action<SmtpSettings>? change = null) =>
        new(
            Letters.Settings(mail =>
            {
                mail.Transport = MailTransportKind.Smtp;
                mail.Smtp.Host = "127.0.0.1";
                mail.Smtp.Port = port;
                mail.Smtp.TimeoutSeconds = 20;
                change?.Invoke(mail.Smtp);
            }),
            Letters.Clock
        );
}
