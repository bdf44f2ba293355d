using MeetingHub.Web.Data;
using MeetingHub.Web.Shared.Uploads;
using NodaTime;
using NodaTime.Testing;
using Xunit;

namespace MeetingHub.Web.Tests.Shared.Uploads;

/// <summary>A file in pieces comes whole whatever the line does, belongs to one person, and is gone when its day is over.</summary>
public sealed class UploadStoreTests : IDisposable
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7))];

    private readonly string folder = Directory.CreateTempSubdirectory("meetinghub-uploads-").FullName;
    private readonly FakeClock clock = new(Instant.FromUtc(2023, 1, 18, 8, 0));
    private readonly Guid me = Guid.NewGuid();
    private readonly UploadStore store;

    public UploadStoreTests() => store = new(new DataFolder(folder), new(), [new("deck", 200_000)], clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Pieces_become_the_file_and_taking_it_deletes_it()
    {
        var upload = Begin();
        Assert.True(await Append(upload, 0, File[..40_000]));
        Assert.Null(store.Take(upload.Id, me, "deck"));
        Assert.True(await Append(upload, 40_000, File[40_000..]));

        await using (var file = store.Take(upload.Id, me, "deck"))
        {
            Assert.Equal("план.pdf", file!.FileName);
            var bytes = new MemoryStream();
            await file.Content.CopyToAsync(bytes, Stop);
            Assert.Equal(File, bytes.ToArray());
            Assert.Null(store.Take(upload.Id, me, "deck"));
        }

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "uploads")));
    }

    [Fact]
    public async Task A_line_that_breaks_in_mid_piece_loses_nothing_that_came()
    {
        var upload = Begin();
        await Assert.ThrowsAsync<IOException>(() => store.Append(upload, 0, new BreakingStream(File[..30_000]), Stop));

        var offset = store.OffsetOf(upload);
        Assert.Equal(30_000, offset);
        Assert.True(await Append(upload, offset, File[30_000..]));
        Assert.Equal(File.Length, store.OffsetOf(upload));
    }

    [Fact]
    public async Task A_piece_out_of_place_or_beyond_the_end_is_not_taken()
    {
        var upload = Begin();
        Assert.True(await Append(upload, 0, File[..10]));
        Assert.False(await Append(upload, 0, File[..10]));
        Assert.False(await Append(upload, 20, File[..10]));
        Assert.False(await Append(upload, 10, [.. File, 1]));
        Assert.True(store.OffsetOf(upload) <= upload.Length);
    }

    [Fact]
    public async Task Nobody_else_sees_takes_or_appends_to_it()
    {
        var upload = Begin();
        await Append(upload, 0, File);

        Assert.Null(store.Find(upload.Id, Guid.NewGuid()));
        Assert.Null(store.Take(upload.Id, Guid.NewGuid(), "deck"));
        Assert.Null(store.Take(upload.Id, me, "table"));
        Assert.Null(store.Take(null, me, "deck"));
    }

    [Fact]
    public void Kind_size_and_number_are_bounded()
    {
        Assert.Equal(UploadFault.UnknownKind, store.Begin(me, "virus", "x", 1, out _));
        Assert.Equal(UploadFault.Empty, store.Begin(me, "deck", "x", 0, out _));
        Assert.Equal(UploadFault.TooLarge, store.Begin(me, "deck", "x", 200_001, out _));
        for (var i = 0; i < new UploadSettings().OpenPerPerson; i++)
            Begin();
        Assert.Equal(UploadFault.TooMany, store.Begin(me, "deck", "x", 1, out _));
        Assert.Null(store.Begin(Guid.NewGuid(), "deck", "x", 1, out _));
    }

    [Fact]
    public async Task A_whole_file_is_moved_where_it_belongs_once_and_by_its_owner_alone()
    {
        var upload = Begin();
        var path = Path.Combine(folder, "moved");
        await Append(upload, 0, File[..10]);
        Assert.Null(store.Move(upload.Id, me, "deck", path));
        await Append(upload, 10, File[10..]);
        Assert.Null(store.Move(upload.Id, Guid.NewGuid(), "deck", path));
        Assert.Null(store.Move(upload.Id, me, "table", path));

        Assert.Equal("план.pdf", store.Move(upload.Id, me, "deck", path));
        Assert.Equal(File, await System.IO.File.ReadAllBytesAsync(path, Stop));
        Assert.Null(store.Move(upload.Id, me, "deck", path));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "uploads")));
    }

    [Fact]
    public void What_nobody_came_back_for_is_swept_after_a_day()
    {
        var old = Begin();
        clock.AdvanceHours(20);
        var fresh = Begin();
        clock.AdvanceHours(5);

        Assert.Equal(1, store.Sweep());
        Assert.Null(store.Find(old.Id, me));
        Assert.NotNull(store.Find(fresh.Id, me));
    }

    private Upload Begin()
    {
        Assert.Null(store.Begin(me, "deck", "план.pdf", File.Length, out var id));
        return store.Find(id, me)!;
    }

    private Task<bool> Append(Upload upload, long offset, byte[] piece) =>
        store.Append(upload, offset, new MemoryStream(piece), Stop);

    private sealed class BreakingStream(byte[] first) : MemoryStream(first)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var count = await base.ReadAsync(buffer, cancellationToken);
            return count > 0 ? count : throw new IOException("The line broke.");
        }
    }
}
