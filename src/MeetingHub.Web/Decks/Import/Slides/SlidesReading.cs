namespace MeetingHub.Web.Decks.Import.Slides;

/// <summary>What came of a presentation in the process that opened it: its visible slides, or the code of what is wrong with it.</summary>
public sealed record SlidesReading(string? Problem, IReadOnlyList<SlideSaid> Slides);

/// <summary>What a slide says and what its speaker does, as Markdown.</summary>
public sealed record SlideSaid(string Text, string Notes);
