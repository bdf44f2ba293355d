namespace MeetingHub.Web.Mail;

/// <summary>The Message-ID of our letters, written and read in one place: replies and bounces name the letter by it.</summary>
internal static class LetterId
{
    public static string Of(Guid letter, string domain) => $"{letter:N}@{domain}";

    /// <summary>
    /// The letter that this Message-ID could be of; whether there is one, the outbox knows. Any domain will do: ours may have
    /// changed since.
    /// </summary>
    public static Guid? Read(string? messageId) =>
        messageId?.Trim().TrimStart('<') is { Length: > 33 } id
        && id[32] == '@'
        && Guid.TryParseExact(id[..32], "N", out var letter)
            ? letter
            : null;
}
