namespace MeetingHub.Web.Shared.Languages;

/// <summary>How large a file is, as a person would say it: «182 КБ», «1,1 ГБ».</summary>
public static class Sizes
{
    private const double Step = 1024;

    /// <param name="bytes">Zero or more; a file that has anything in it is at least a kilobyte.</param>
    public static string SizeOf(this Texts texts, long bytes)
    {
        var kilobytes = Math.Ceiling(bytes / Step);
        var megabytes = bytes / Step / Step;
        return megabytes >= 1000 ? Told("size.gigabytes", megabytes / Step)
            : megabytes >= 1 ? Told("size.megabytes", megabytes)
            : Told("size.kilobytes", kilobytes);

        string Told(string unit, double number) =>
            texts[unit, number.ToString(number >= 100 ? "#,0" : "#,0.#", texts.Culture)];
    }
}
