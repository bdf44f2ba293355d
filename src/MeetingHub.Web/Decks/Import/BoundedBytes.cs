namespace MeetingHub.Web.Decks.Import;

/// <summary>Reads a stream and counts while reading: lengths in headers are what a zip bomb lies about.</summary>
internal static class BoundedBytes
{
    /// <summary>All bytes, or null as soon as there are more than <paramref name="limit"/>.</summary>
    public static byte[]? Read(Stream stream, long limit)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            if (kept.Length + count > limit)
                return null;
            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }
}
