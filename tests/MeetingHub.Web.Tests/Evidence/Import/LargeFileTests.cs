using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Evidence.Import.Files;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Import;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(Alone))]
public sealed class LargeFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_gigabyte_is_read_in_little_memory()
    {
        using (var file = File.Create(path, 1024 * 1024))
        {
            file.Write("damage_id,name_uk,note\n"u8);
            var row = Encoding.UTF8.GetBytes($"d,Школа,{new string('ї', 2700)}\n");
            for (var i = 0; i < 190_000; i++)
                file.Write(row);
        }

        Assert.True(new FileInfo(path).Length > 1_000_000_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var table = new TableForm(TableKind.Csv, Encodings.Of(path).Name, null, 0).Open(
            path,
            RegisterSchema.Of(Register.Damages)
        );
        var most = 0L;
        var rows = 0;
        foreach (var row in table.Rows())
        {
            if (++rows % 20_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.Equal(190_000, rows);
        Assert.InRange(most, 0, 20_000_000);
    }
}
