using MeetingHub.Web.Data;
using MeetingHub.Web.Mail;
using Xunit;

namespace MeetingHub.Web.Tests.Mail;

public sealed class EmlFilesTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly TemporaryFolder folder = new();
    private readonly string outbox;
    private readonly EmlFiles transport;

    public EmlFilesTests()
    {
        outbox = Path.Combine(folder.Path, "data", "outbox");
        transport = new EmlFiles(
            Letters.Settings(mail => mail.OutboxFolder = outbox),
            new DataFolder(outbox),
            Letters.Clock
        );
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_letter_becomes_one_file_named_after_it()
    {
        await transport.Send(Letters.Plain, Ct);

        var file = Assert.Single(Directory.GetFileSystemEntries(outbox));
        Assert.Equal($"{Letters.Plain.Id}.eml", Path.GetFileName(file));
    }

    [Fact]
    public async Task A_retry_replaces_the_file_instead_of_adding_one()
    {
        await transport.Send(Letters.Plain, Ct);
        await transport.Send(Letters.Plain with { Subject = "Удруге" }, Ct);

        var file = Assert.Single(Directory.GetFileSystemEntries(outbox));
        using var message = await MimeKit.MimeMessage.LoadAsync(file, Ct);
        Assert.Equal("Удруге", message.Subject);
    }

    [Fact]
    public async Task The_same_letter_sent_many_times_at_once_is_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => transport.Send(Letters.Invitation(), Ct)));

        var file = Assert.Single(Directory.GetFileSystemEntries(outbox));
        using var message = await MimeKit.MimeMessage.LoadAsync(file, Ct);
        Assert.Single(message.Attachments);
    }

    [Fact]
    public async Task A_letter_given_up_leaves_nothing_behind()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.Send(Letters.Plain, cancelled.Token));
        Assert.Empty(Directory.GetFileSystemEntries(outbox));
    }
}
