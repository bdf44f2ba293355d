using System.Security.Cryptography;

namespace MeetingHub.Web.Data;

/// <summary>
/// Files by the hash of their content: what a name points to never changes, so a browser may keep it for ever. Whoever
/// knows the name (128 bits of SHA-256) has been given it by a page that they were allowed to see.
/// </summary>
public sealed class FileStore(DataFolder folder)
{
    public string Put(ReadOnlySpan<byte> content, string extension)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content))[..32] + extension;
        var path = PathOf(name);
        if (File.Exists(path))
            return name;

        Write(path, content);
        return name;
    }

    /// <summary>Another form of a stored file's content (compressed, say), under its name with a suffix.</summary>
    public void PutBeside(string name, string suffix, ReadOnlySpan<byte> content)
    {
        if (!File.Exists(PathOf(name + suffix)))
            Write(PathOf(name + suffix), content);
    }

    /// <summary>The path of such another form, or null. No address leads to it: who asks has been checked by a page.</summary>
    public string? FindBeside(string name, string suffix) =>
        IsName(name) && File.Exists(PathOf(name + suffix)) ? PathOf(name + suffix) : null;

    /// <summary>The path of a stored file, or null for a name that is none of ours (`../`, say) or is not there.</summary>
    public string? Find(string name) => IsName(name) && File.Exists(PathOf(name)) ? PathOf(name) : null;

    /// <summary>Deletes a file with all forms of it that were put beside it.</summary>
    public void Delete(string name)
    {
        if (!IsName(name))
            return;
        foreach (var path in Directory.EnumerateFiles(folder.Files, $"{name}*"))
            File.Delete(path);
    }

    public void DeleteBeside(string name, string suffix)
    {
        if (IsName(name))
            File.Delete(PathOf(name + suffix));
    }

    private void Write(string path, ReadOnlySpan<byte> content)
    {
        // Written aside and renamed: a full disk or a killed process leaves no half file under a name that promises all.
        var aside = Path.Combine(folder.Files, Path.GetRandomFileName());
        try
        {
            using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    private string PathOf(string name) => Path.Combine(folder.Files, name);

    private static bool IsName(string name) =>
        name.Length > 32
        && name.AsSpan(0, 32).IndexOfAnyExcept("0123456789abcdef") < 0
        && name[32..] is (".json" or ".webp" or ".pdf");
}
