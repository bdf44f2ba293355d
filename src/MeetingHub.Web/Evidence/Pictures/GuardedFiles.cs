using System.Security.Cryptography;
using MeetingHub.Web.Data;

namespace MeetingHub.Web.Evidence.Pictures;

/// <summary>
/// Pictures that may not be fetched by whoever knows their name: they lie apart from the public files and leave through a door
/// that asks who is there.
/// </summary>
public sealed class GuardedFiles(DataFolder folder)
{
    public string Put(ReadOnlySpan<byte> webp)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(webp))[..32] + ".webp";
        var aside = Path.Combine(folder.Guarded, Path.GetRandomFileName());
        File.WriteAllBytes(aside, webp);
        File.Move(aside, Path.Combine(folder.Guarded, name), overwrite: true);
        return name;
    }

    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(folder.Guarded, name));

    public void Delete(string name) => File.Delete(Path.Combine(folder.Guarded, name));
}
