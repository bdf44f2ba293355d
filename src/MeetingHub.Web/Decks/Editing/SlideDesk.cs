using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Wordings;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Decks.Editing;

/// <summary>What somebody wrote in one place, and the hash of the wording that they saw there when they began.</summary>
public sealed record PartEdit(PartPlace Place, string BasedOn, string Wording);

/// <summary>The deck as it stands now; what could not be done; where somebody else had been faster.</summary>
public sealed record SlideEdited(DeckRow Deck, EditRefusal? Refusal, IReadOnlyList<PartPlace> Aside)
{
    public bool IsDone => Refusal is null && Aside.Count == 0;
}

/// <summary>
/// Changes single slides of a deck that several people work on. What counts is the wording that each of them saw, not the
/// deck's revision: two on different slides never meet, and of two on one wording neither loses a word.
/// </summary>
public sealed class SlideDesk(
    DeckLibrary library,
    WordingBook wordings,
    IDbContextFactory<HubDb> databases,
    AuditTrail audit
)
{
    // Each try lost means that somebody else saved: a queue of people, not a fault.
    private const int Tries = 20;

    /// <summary>What a page says a wording is, so that it can say later which one it saw.</summary>
    public static string BaseOf(Slide? slide, PartPlace place) =>
        SourceHash.Of(slide is null ? "" : place.WordingIn(slide));

    public async Task<SlideEdited> Write(
        Guid deckId,
        string slideId,
        IReadOnlyList<PartEdit> edits,
        Guid by,
        bool isMachine = false
    )
    {
        List<PartEdit> aside = [];
        var edited = await Edit(
            deckId,
            by,
            text =>
            {
                aside.Clear();
                return WriteAll(text, slideId, edits, aside, isMachine);
            }
        );
        foreach (var edit in aside.Where(_ => !isMachine))
            await wordings.SetAside(deckId, slideId, edit.Place, edit.Wording, by);
        return edited with { Aside = [.. aside.Select(e => e.Place)] };
    }

    /// <summary>Any change of the deck's text that is made anew upon the text that stands.</summary>
    public async Task<SlideEdited> Edit(Guid deckId, Guid by, Func<string, DeckEdit> edit, string? deed = null)
    {
        for (var tries = 1; ; tries++)
        {
            var deck =
                await library.Find(deckId)
                ?? throw new InvalidOperationException("The deck was looked up before it is edited.");
            var next = edit(deck.Draft);
            if (!next.Succeeded || next.Text == deck.Draft)
                return new(deck, next.Refusal, []);
            var saved = (await library.Save(deckId, deck.Revision, next.Text, by, isStamped: true))!;
            if (saved.ChangedMeanwhile && tries < Tries)
                continue;
            if (saved.ChangedMeanwhile)
                return new(saved.Deck, EditRefusal.Busy, []);
            if (deed is not null)
                await Note(by, deed, deckId);
            return new(saved.Deck, null, []);
        }
    }

    private static DeckEdit WriteAll(
        string text,
        string slideId,
        IReadOnlyList<PartEdit> edits,
        List<PartEdit> aside,
        bool isMachine
    )
    {
        var slide = DeckText.Read(text).Deck?.Slides.FirstOrDefault(s => s.Id == slideId);
        var edited = new DeckEdit(text, null);
        // A shared text that goes changes the places of those behind it.
        foreach (var edit in edits.OrderBy(e => IsTakingOut(e) ? int.MaxValue - e.Place.At : 0))
        {
            var stands = slide is null ? "" : edit.Place.WordingIn(slide);
            if (SourceHash.Of(edit.Wording) == edit.BasedOn || SourceHash.SameText(stands, edit.Wording))
                continue;
            if (SourceHash.Of(stands) != edit.BasedOn)
                aside.Add(edit);
            else
                edited = WordingEdits.Write(edited.Text!, slideId, edit.Place, edit.Wording, isMachine);
            if (!edited.Succeeded)
                return edited;
        }

        return slide is null ? WordingEdits.Write(text, slideId, default, "") : edited;
    }

    private static bool IsTakingOut(PartEdit edit) =>
        edit.Place.Kind == PartKind.Shared && string.IsNullOrWhiteSpace(edit.Wording);

    private async Task Note(Guid by, string deed, Guid deckId)
    {
        await using var db = await databases.CreateDbContextAsync();
        audit.Note(db, by, deed, deckId.ToString());
        await db.SaveChangesAsync();
    }
}
