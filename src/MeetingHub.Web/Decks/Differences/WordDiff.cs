using DiffPlex;

namespace MeetingHub.Web.Decks.Differences;

public enum Change
{
    Kept,
    Removed,
    Added,
}

/// <summary>A run of a text that stayed, went or came.</summary>
public sealed record ChangedRun(Change Change, string Text);

/// <summary>What changed between two wordings, word by word: whoever translates sees the one word that is new.</summary>
public static class WordDiff
{
    public static IReadOnlyList<ChangedRun> Between(string then, string now)
    {
        var diff = Differ.Instance.CreateDiffs(
            then,
            now,
            ignoreWhiteSpace: false,
            ignoreCase: false,
            WordChunks.Instance
        );
        List<ChangedRun> runs = [];
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(runs, Change.Kept, diff.PiecesNew, at, block.InsertStartB - at);
            Add(runs, Change.Removed, diff.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            Add(runs, Change.Added, diff.PiecesNew, block.InsertStartB, block.InsertCountB);
            at = block.InsertStartB + block.InsertCountB;
        }

        Add(runs, Change.Kept, diff.PiecesNew, at, diff.PiecesNew.Count - at);
        return runs;
    }

    private static void Add(List<ChangedRun> runs, Change change, IReadOnlyList<string> pieces, int start, int count)
    {
        if (count > 0)
            runs.Add(new(change, string.Concat(pieces.Skip(start).Take(count))));
    }

    /// <summary>Words, runs of space, and every other character by itself.</summary>
    private sealed class WordChunks : IChunker
    {
        public static WordChunks Instance { get; } = new();

        public IReadOnlyList<string> Chunk(string text)
        {
            List<string> chunks = [];
            for (var at = 0; at < text.Length; )
            {
                var end = at + 1;
                var kind = KindOf(text[at]);
                while (kind != 0 && end < text.Length && KindOf(text[end]) == kind)
                    end++;
                chunks.Add(text[at..end]);
                at = end;
            }

            return chunks;
        }

        private static int KindOf(char c) =>
            char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c is '’' or '\'' or 'ʼ' ? 1
            : char.IsWhiteSpace(c) ? 2
            : 0;
    }
}
