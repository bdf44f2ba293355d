using MeetingHub.Domain.Languages;

namespace MeetingHub.Domain.Meetings.Facts;

/// <summary>A published deck was put on the table. Its outline stands in the fact, so that a decision needs no file.</summary>
public sealed record DeckPlaced(Guid DeckId, string Version, LocalText Title, EquatableList<SlideOutline> Slides)
    : MeetingEvent;

/// <summary>Its community took back the version that lies on the table: from now on nobody is shown it.</summary>
public sealed record DeckWithdrawn(Guid DeckId, string Version) : MeetingEvent;

/// <summary>One slide as decisions know it: its id, and how many steps reveal it wholly (0 when it appears at once).</summary>
public sealed record SlideOutline(string Id, int Steps);

/// <summary>The seat drives the slides from now on. Each taking has a fence one higher than the last.</summary>
public sealed record SlidesTaken(Guid SeatId, long Fence) : MeetingEvent;

public sealed record SlidesReleased(long Fence) : MeetingEvent;

public sealed record SlideShown(string Version, string SlideId, int Step) : MeetingEvent;
