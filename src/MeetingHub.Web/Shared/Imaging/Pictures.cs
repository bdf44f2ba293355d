using System.Diagnostics.CodeAnalysis;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Data;

namespace MeetingHub.Web.Shared.Imaging;

/// <summary>
/// The door for every picture that somebody uploads, whatever it is for. The threats: where and when it was taken, a second file
/// hidden in the first, a header that claims gigabytes. What leaves is drawn by us alone, and read back before it is kept.
/// </summary>
public static class Pictures
{
    public const int MaxBytes = 25 * 1024 * 1024;

    // A large PNG is 200 MB while it is drawn: two at a time fit a small machine.
    private static readonly SemaphoreSlim Places = new(2);

    public static PictureReading Redraw(string name, byte[] file)
    {
        if (file.Length > MaxBytes)
            return Refused(DeckProblem.FileTooLarge, name);
        Places.Wait();
        try
        {
            var (widths, problem) = PictureDrawing.Redraw(name, file);
            return widths is null ? new(null, problem)
                : widths.All(w => PictureProof.IsClean(w.WebP)) ? new(new DrawnPicture(widths), null)
                : Refused(DeckProblem.PictureTraces, name);
        }
        finally
        {
            Places.Release();
        }
    }

    public static StoredPicture Keep(FileStore files, DrawnPicture picture)
    {
        StoredWidth[] stored = [.. picture.Widths.Select(w => new StoredWidth(w.Width, files.Put(w.WebP, ".webp")))];
        return new(stored[^1].File, picture.Widest.Width, picture.Widest.Height, stored[..^1]);
    }

    private static PictureReading Refused(string code, string name) => new(null, new(code, 0, name));
}

/// <summary>A picture as we drew it: upright, in sRGB, in one to three widths, the widest last.</summary>
public sealed record DrawnPicture(IReadOnlyList<DrawnWidth> Widths)
{
    public DrawnWidth Widest => Widths[^1];
}

public sealed record DrawnWidth(int Width, int Height, byte[] WebP);

/// <summary>Where a drawn picture lies: its widest form, whose size this is, and the narrower ones.</summary>
public sealed record StoredPicture(string File, int Width, int Height, IReadOnlyList<StoredWidth> Narrower);

public sealed record StoredWidth(int Width, string File);

/// <summary>A picture, or why it was refused.</summary>
public sealed record PictureReading(DrawnPicture? Picture, DeckProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Picture))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Succeeded => Picture is not null;
}
