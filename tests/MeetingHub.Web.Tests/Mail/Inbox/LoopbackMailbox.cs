using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MeetingHub.Web.Mail;
using MeetingHub.Web.Mail.Inbox;
using Microsoft.Extensions.Options;
using Xunit;

namespace MeetingHub.Web.Tests.Mail.Inbox;

/// <summary>A real mailbox (Dovecot over a Maildir) on a free port of this machine, run as an ordinary user.</summary>
internal sealed class LoopbackMailbox : IDisposable
{
    private const string Dovecot = "/usr/sbin/dovecot";

    // Dovecot opens no mail as root.
    private const string Nobody = "nobody";

    private readonly string folder = Directory.CreateTempSubdirectory("mailbox-").FullName;
    private readonly string capability;
    private readonly bool tls;
    private Process? process;
    private int count;

    public LoopbackMailbox(string capability = "", bool tls = false)
    {
        if (!File.Exists(Dovecot))
            Assert.Fail("There is no mailbox server; install it with: apt-get install dovecot-imapd");
        (this.capability, this.tls) = (capability, tls);
        foreach (var name in new[] { "new", "cur", "tmp" })
            Directory.CreateDirectory(Path.Combine(Maildir, name));
        File.WriteAllText(Path.Combine(folder, "passwd"), "hub:{PLAIN}right\n");
        SelfSigned.WriteInto(folder);
        Start(FreePort());
    }

    public int Port { get; private set; }

    private static string User => Environment.UserName == "root" ? Nobody : Environment.UserName;

    private static string Group => Run("id", "-gn", User);

    public string Maildir => Path.Combine(folder, "mail");

    public string Log => File.ReadAllText(Path.Combine(folder, "log"));

    /// <summary>The names of the letters in a folder, with their flags.</summary>
    public IEnumerable<string> In(string name = "") =>
        new[] { "new", "cur" }
            .Select(d => Path.Combine(Maildir, name.Length > 0 ? "." + name : "", d))
            .Where(Directory.Exists)
            .SelectMany(Directory.GetFiles)
            .Select(f => Path.GetFileName(f));

    public IEnumerable<string> Unread => In().Where(f => !f.EndsWith('S'));

    public IOptions<MailSettings> Settings(Action<ImapSettings>? change = null)
    {
        var mail = new MailSettings
        {
            Imap = new ImapSettings
            {
                Host = "127.0.0.1",
                Port = Port,
                User = "hub",
                Password = "right",
                Tls = MailTls.None,
            },
        };
        change?.Invoke(mail.Imap);
        return Options.Create(mail);
    }

    public void Deliver(string letter)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{++count:D4}.test");
        var file = Path.Combine(Maildir, "tmp", name);
        File.WriteAllText(file, letter.ReplaceLineEndings("\r\n"), new UTF8Encoding(false));
        if (OperatingSystem.IsLinux())
            File.SetUnixFileMode(file, (UnixFileMode)Convert.ToInt32("666", 8));
        File.Move(file, Path.Combine(Maildir, "new", name));
    }

    /// <summary>The server goes away and everybody is cut off.</summary>
    public void Cut() => Stop();

    public void ComeBack() => Start(Port);

    public void Dispose()
    {
        Stop();
        Directory.Delete(folder, recursive: true);
    }

    private void Start(int port)
    {
        Port = port;
        File.WriteAllText(Path.Combine(folder, "dovecot.conf"), Configuration());
        var asNobody = Environment.UserName == "root";
        if (asNobody)
            Run("chown", "-R", $"{Nobody}:", folder);
        string[] command = [Dovecot, "-F", "-c", Path.Combine(folder, "dovecot.conf")];
        process = Process.Start(
            asNobody
                ? new ProcessStartInfo(
                    "setpriv",
                    [$"--reuid={Nobody}", $"--regid={Group}", "--clear-groups", .. command]
                )
                : new ProcessStartInfo(Dovecot, command[1..])
        )!;
        while (!Answers())
        {
            if (process.HasExited)
                Assert.Fail($"The mailbox server did not start. It said: {Log}");
            Thread.Yield();
        }
    }

    private bool Answers()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, Port);
            return client.GetStream().ReadByte() > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Its children are told by the master, which an abrupt kill would leave running.
    private void Stop()
    {
        if (process is null)
            return;
        if (!process.HasExited)
            Run("kill", process.Id.ToString(CultureInfo.InvariantCulture));
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    private string Configuration()
    {
        return $$"""
            base_dir = {{folder}}/run
            state_dir = {{folder}}/state
            log_path = {{folder}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = {{(tls ? "yes" : "no")}}
            ssl_cert = <{{folder}}/cert.pem
            ssl_key = <{{folder}}/key.pem
            disable_plaintext_auth = no
            auth_verbose = yes
            default_internal_user = {{User}}
            default_internal_group = {{Group}}
            default_login_user = {{User}}
            first_valid_uid = 1
            mail_location = maildir:{{Maildir}}
            maildir_very_dirty_syncs = no
            {{(capability.Length > 0 ? $"imap_capability = {capability}" : "")}}
            passdb {
              driver = passwd-file
              args = {{folder}}/passwd
            }
            userdb {
              driver = static
              args = uid={{User}} home={{folder}} gid={{Group}}
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Port}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }

            """;
    }

    private static string Run(string command, params string[] arguments)
    {
        using var run = Process.Start(
            new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true }
        )!;
        return run.StandardOutput.ReadToEnd().Trim();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
