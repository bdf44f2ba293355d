using System.Diagnostics.CodeAnalysis;

namespace MeetingHub.Domain.Decks.Editing;

/// <summary>The deck's text after an edit, or why there is none.</summary>
public sealed record DeckEdit(string? Text, EditRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Text))]
    public bool Succeeded => Text is not null;

    internal static DeckEdit Refused(EditRefusal refusal) => new(null, refusal);

    internal static DeckEdit Done(string text) => new(text, null);
}

public enum EditRefusal
{
    /// <summary>The deck's text has faults that must be mended in the text itself first.</summary>
    DeckBroken,
    SlideGone,
    PartGone,

    /// <summary>A line that begins another slide or another part: <c># …</c> or <c>:::</c>.</summary>
    BreaksStructure,

    /// <summary>A translation cannot stand without its source.</summary>
    SourceEmpty,
    SlideTooLong,
    TooManySlides,
    LastSlide,
    NameTaken,
    NameWrong,

    /// <summary>Others saved again and again in the same moment.</summary>
    Busy,
}
