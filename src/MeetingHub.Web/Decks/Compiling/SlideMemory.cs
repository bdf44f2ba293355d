using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using MeetingHub.Domain.Decks;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Decks.Compiling;

/// <summary>
/// Slides compiled before, by all that goes into them, so that typing into one of sixty compiles one. It lives as long as the
/// registers that the slides were drawn from stay the same. Slides with problems are not kept: a problem names a line, and
/// lines move.
/// </summary>
internal sealed class SlideMemory
{
    private const int Most = 1000;

    private static readonly ConditionalWeakTable<IDataBlocks, SlideMemory> Memories = [];

    private readonly ConcurrentDictionary<string, CompiledSlide> slides = new(StringComparer.Ordinal);

    public static SlideMemory Of(IDataBlocks data) => Memories.GetValue(data, static _ => new());

    public static string KeyOf(Deck deck, Slide slide, PictureShelf pictures)
    {
        var key = new StringBuilder();
        key.AppendJoin(',', deck.Languages).Append('\0').Append(pictures.Stamp).Append('\0');
        key.Append(slide.Id).Append('\0').Append(slide.Layout);
        foreach (var part in slide.Parts)
            key.Append('\0')
                .Append(part.Kind)
                .Append(part.Language)
                .Append('\0')
                .Append(part.Of)
                .Append(' ')
                .Append(part.Ok)
                .Append(part.IsMachine)
                .Append('\0')
                .Append(part.Markdown);
        return key.ToString();
    }

    public CompiledSlide? Find(string key) => slides.GetValueOrDefault(key);

    public void Keep(string key, CompiledSlide slide)
    {
        if (slides.Count >= Most)
            slides.Clear();
        slides[key] = slide;
    }
}
