namespace MeetingHub.Web.Tests.Mail;

/// <summary>An empty folder of one test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("meetinghub-mail-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
