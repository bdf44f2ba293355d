namespace MeetingHub.Web.Shared.Running;

/// <summary>A folder for one piece of work, deleted with all that is in it.</summary>
internal sealed class TemporaryFolder(string purpose) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory($"meetinghub-{purpose}-");

    public string Path => folder.FullName;

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // A child that was just killed still wrote; the system's own cleaning of temporary files takes it.
        }
    }
}
