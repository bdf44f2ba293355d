using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Suggesting;
using MeetingHub.Web.Decks.Wordings;
using MeetingHub.Web.People;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Decks.Editing;

public sealed partial class SlidePage
{
    [Inject]
    private CurrentPerson Current { get; set; } = null!;

    [Inject]
    private DeckLibrary Library { get; set; } = null!;

    [Inject]
    private SlideDesk Desk { get; set; } = null!;

    [Inject]
    private SlideSights Sights { get; set; } = null!;

    [Inject]
    private SlideSuggestions Suggestions { get; set; } = null!;

    [Inject]
    private WordingBook Wordings { get; set; } = null!;

    [Inject]
    private HubDb Db { get; set; } = null!;

    [Inject]
    private IHttpContextAccessor Http { get; set; } = null!;

    [Inject]
    private NavigationManager Nav { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public string SlideId { get; set; } = "";

    [SupplyParameterFromQuery(Name = "from")]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "said")]
    private string? Said { get; set; }

    [SupplyParameterFromForm]
    private string? Act { get; set; }

    [SupplyParameterFromForm]
    private string? Choice { get; set; }

    private Person me = null!;
    private SlideSheet? sheet;
    private SlideSight sight = null!;
    private IReadOnlyList<AsideRow> asides = [];
    private IReadOnlyList<WordingRow> history = [];
    private Dictionary<Guid, string> names = [];
    private Dictionary<PartPlace, string> typed = [];
    private string? problem;

    protected override async Task OnInitializedAsync()
    {
        me = await Current.Get();
        await Load();
    }

    private async Task Load()
    {
        sheet = await Library.FindFor(me, Id) is { } row ? SlideSheet.Of(row, SlideId, From, To, T.Language) : null;
        if (sheet is null)
        {
            Http.HttpContext!.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        sight = await Sights.Of(sheet);
        asides = await Wordings.AsideOf(Id, SlideId);
        history = await Wordings.HistoryOf(Id, SlideId);
        var people = asides.Select(a => a.By).Concat(history.Select(h => h.By)).Distinct().ToList();
        names = await Db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
    }

    /// <summary>What stands there, or what was typed and could not be saved.</summary>
    private string WordingAt(PartKind kind, string? language, int at)
    {
        var place = new PartPlace(kind, language, at);
        return typed.TryGetValue(place, out var text) ? text : place.WordingIn(sheet!.Slide);
    }

    private async Task Save()
    {
        if (sheet is null)
            return;
        var edits = SlideForm.Read(Http.HttpContext!.Request.Form);
        var edited = await Desk.Write(Id, SlideId, edits, me.Id);
        if (edited.Refusal is { } refusal)
        {
            // The words stay before the eyes of whoever typed them.
            typed = edits.ToDictionary(e => e.Place, e => e.Wording);
            problem = T.Of(refusal);
            return;
        }

        if (edited.Aside.Count > 0)
        {
            Nav.NavigateTo(sheet.AddressOf(SlideId));
            return;
        }

        await Do((Act ?? "").Split(' '));
    }

    private async Task Do(string[] act)
    {
        var (edited, said) = act switch
        {
            ["reviewed", var language] when Has(language) => (
                await Stamp(t => Stamps.Confirm(t, SlideId, language), "slide_reviewed"),
                "reviewed"
            ),
            ["take_back", var language] when Has(language) => (
                await Stamp(t => Stamps.TakeBack(t, SlideId, language), "slide_review_taken_back"),
                "taken_back"
            ),
            ["holds"] when sheet!.To is { } to => (
                await Stamp(t => Stamps.StillHolds(t, SlideId, to), "slide_still_holds"),
                "holds"
            ),
            ["suggest"] when sheet!.To is { } to => (await Suggest(to), "suggested"),
            _ => (null, "saved"),
        };
        problem ??= edited?.Refusal is { } refusal ? T.Of(refusal) : null;
        if (problem is null)
            Nav.NavigateTo($"{sheet!.AddressOf(SlideId)}&said={said}");
        else
            await Load();
    }

    private bool Has(string language) => sheet!.Deck.Languages.Contains(language);

    private Task<SlideEdited> Stamp(Func<string, DeckEdit> edit, string deed) => Desk.Edit(Id, me.Id, edit, deed);

    private async Task<SlideEdited?> Suggest(string to)
    {
        var end = await Suggestions.Suggest(Id, SlideId, to, me.Id, Http.HttpContext!.RequestAborted);
        problem =
            end.Fault is { } fault ? T.Of(fault)
            : end.Refusal is { } refusal ? T.Of(refusal)
            : null;
        return null;
    }

    private async Task Choose()
    {
        if (
            sheet is null
            || Choice?.Split(' ') is not [var choice, var id]
            || asides.FirstOrDefault(a => a.Id.ToString() == id) is not { } aside
            || PartPlace.Parse(aside.Place) is not { } place
        )
            return;
        if (choice == "take" && !await Put(place, aside.Text))
            return;
        await Wordings.Settle(Id, aside.Id, me.Id);
        Nav.NavigateTo($"{sheet.AddressOf(SlideId)}&said=chosen");
    }

    private async Task Restore()
    {
        if (
            sheet is not null
            && Choice?.Split(' ') is [var where, var hash]
            && history.FirstOrDefault(h => h.Place == where && h.Hash == hash) is { } row
            && await Put(PartPlace.Parse(where)!.Value, row.Text)
        )
            Nav.NavigateTo($"{sheet.AddressOf(SlideId)}&said=chosen");
    }

    private async Task<bool> Put(PartPlace place, string text)
    {
        var edited = await Desk.Write(Id, SlideId, [new(place, SlideDesk.BaseOf(sheet!.Slide, place), text)], me.Id);
        if (edited.Refusal is { } refusal)
            problem = T.Of(refusal);
        return edited.IsDone;
    }
}
