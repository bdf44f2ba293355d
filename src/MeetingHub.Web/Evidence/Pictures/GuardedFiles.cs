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
        File.Move(aside, PathOf(name), overwrite: true);
        return name;
    }

    /// <summary>Its path, or null when it is not there: a data folder restored without it.</summary>
    public string? Find(string name) => File.Exists(PathOf(name)) ? PathOf(name) : null;

    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    public void Delete(string name) => File.Delete(PathOf(name));

    private string PathOf(string name) => Path.Combine(folder.Guarded, name);
}
