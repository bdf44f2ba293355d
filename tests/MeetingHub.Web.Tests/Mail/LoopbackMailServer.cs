using System.Diagnostics;
using System.Globalization;
using MimeKit;
using Xunit;

namespace MeetingHub.Web.Tests.Mail;

/// <summary>
/// A real mail server (aiosmtpd) on a free port of this machine. It keeps what it is given as files, and notes every
/// attempt to sign in. Given a Maildir, it delivers there what is for our own mailbox.
/// </summary>
internal sealed class LoopbackMailServer : IDisposable
{
    // Debian's packages belong to the system's Python, whichever other is first on the path.
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import asyncio, os, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult

        folder, tls, maildir = sys.argv[1], sys.argv[2], sys.argv[3]

        class Keep:
            count = 0
            async def handle_DATA(self, server, session, envelope):
                Keep.count += 1
                with open(os.path.join(folder, f"{Keep.count}.eml"), "wb") as file:
                    file.write(envelope.content)
                with open(os.path.join(folder, f"{Keep.count}.to"), "w") as file:
                    file.write(envelope.mail_from + " > " + ",".join(envelope.rcpt_tos))
                if maildir and "meetings@meetinghub.example" in envelope.rcpt_tos:
                    self.deliver(envelope.content)
                return "250 kept"
            def deliver(self, content):
                name = f"{Keep.count}.{os.getpid()}"
                with open(os.path.join(maildir, "tmp", name), "wb") as file:
                    file.write(content)
                os.chmod(file.name, 0o666)
                os.rename(file.name, os.path.join(maildir, "new", name))

        def authenticate(server, session, envelope, mechanism, data):
            with open(os.path.join(folder, "auth"), "a") as file:
                file.write(mechanism + "\n")
            return AuthResult(success=data.login == b"hub" and data.password == b"right", handled=False)

        context = None
        if tls == "tls":
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem"))

        async def serve():
            make = lambda: SMTP(Keep(), authenticator=authenticate, auth_require_tls=False, tls_context=context,
                                enable_SMTPUTF8=True, hostname="localhost")
            server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()

        asyncio.run(serve())
        """;

    private readonly TemporaryFolder folder = new();
    private readonly Process process;

    public LoopbackMailServer(bool tls = false, string maildir = "")
    {
        if (tls)
            SelfSigned.WriteInto(folder.Path);

        process = Process.Start(
            new ProcessStartInfo(Python, ["-c", Script, folder.Path, tls ? "tls" : "plain", maildir])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var port = process.StandardOutput.ReadLine();
        if (port is null)
            Assert.Fail(
                "The mail server did not start; install it with: apt-get install python3-aiosmtpd. It said: "
                    + process.StandardError.ReadToEnd()
            );

        Port = int.Parse(port, CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    public bool SawSignIn => File.Exists(Path.Combine(folder.Path, "auth"));

    public IReadOnlyList<string> Envelopes =>
        [.. Directory.GetFiles(folder.Path, "*.to").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public IReadOnlyList<MimeMessage> Messages() =>
        [
            .. Directory
                .GetFiles(folder.Path, "*.eml")
                .Order(StringComparer.Ordinal)
                .Select(file => MimeMessage.Load(file, TestContext.Current.CancellationToken)),
        ];

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }
}
