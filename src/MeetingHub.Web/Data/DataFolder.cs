namespace MeetingHub.Web.Data;

/// <summary>Where everything that must survive lies: database, files, keys, outgoing mail. One folder to back up.</summary>
public sealed class DataFolder(string root)
{
    public string Root { get; } = Path.GetFullPath(root);
    public string Database => Path.Combine(Root, "meetinghub.db");
    public string Keys => In("keys");
    public string Files => In("files");

    /// <summary>Pictures that only their own community may fetch.</summary>
    public string Guarded => In("guarded");

    public string Outbox => In("outbox");
    public string Staged => In("staged");

    private string In(string name)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(path);
        return path;
    }
}
