namespace MeetingHub.Browser.Tests.Stage;

public readonly record struct Screen(int Width, int Height, bool Touch = false)
{
    public static Screen Phone => new(390, 844, Touch: true);
    public static Screen Laptop => new(1280, 800);
    public static Screen Projector => new(1920, 1080);
}
