namespace MeetingHub.Web.Data;

/// <summary>One value that the installation keeps about itself: its epoch, the hash of its set-up link.</summary>
public sealed class HubSetting
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}
