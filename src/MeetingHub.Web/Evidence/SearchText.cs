using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence;

/// <summary>The words by which people look for a row, in every language that it has.</summary>
internal static class SearchText
{
    private const int Longest = 1000;

    public static string Of(IEntry entry)
    {
        IEnumerable<string?> words = entry switch
        {
            Damage d => [d.Id, .. d.Name.Texts.Values, d.PublicPlace, d.ObjectType],
            RecoveryProject p => [p.Id, p.DreamId, .. p.Title.Texts.Values, p.Implementer],
            Funding f => [f.Id, f.ProjectId, f.Party],
            _ => [entry.Id],
        };
        var text = string.Join(' ', words.OfType<string>()).ToLowerInvariant();
        return text.Length <= Longest ? text : text[..Longest];
    }
}
