namespace MeetingHub.Web.Translating;

/// <summary>Long lists go in portions that each service takes: DeepL reads at most 50 texts and 128 KiB at once.</summary>
internal static class Portions
{
    private const int MostTexts = 50;
    private const int MostCharacters = 20_000;

    public static IEnumerable<IReadOnlyList<string>> Of(IReadOnlyList<string> texts)
    {
        List<string> portion = [];
        var length = 0;
        foreach (var text in texts)
        {
            if (portion.Count == MostTexts || (portion.Count > 0 && length + text.Length > MostCharacters))
            {
                yield return portion;
                (portion, length) = ([], 0);
            }

            portion.Add(text);
            length += text.Length;
        }

        if (portion.Count > 0)
            yield return portion;
    }

    /// <summary>All portions one after the other; the first fault ends them.</summary>
    public static async Task<Translated> Each(
        IReadOnlyList<string> texts,
        Func<IReadOnlyList<string>, Task<Translated>> translate
    )
    {
        List<string> all = [];
        foreach (var portion in Of(texts))
        {
            var answer = await translate(portion);
            if (answer.Fault is not null)
                return answer;
            if (answer.Texts.Count != portion.Count)
                return Translated.Failed(TranslatingFault.NotUnderstood);
            all.AddRange(answer.Texts);
        }

        return Translated.Of(all);
    }
}
