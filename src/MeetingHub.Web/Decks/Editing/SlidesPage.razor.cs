using System.Globalization;
using System.Text.RegularExpressions;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Web.Decks.Suggesting;
using MeetingHub.Web.Decks.Wordings;
using MeetingHub.Web.People;
using Microsoft.AspNetCore.Components;

namespace MeetingHub.Web.Decks.Editing;

public sealed partial class SlidesPage
{
    [Inject]
    private CurrentPerson Current { get; set; } = null!;

    [Inject]
    private DeckLibrary Library { get; set; } = null!;

    [Inject]
    private SlideDesk Desk { get; set; } = null!;

    [Inject]
    private SlideSuggestions Suggestions { get; set; } = null!;

    [Inject]
    private SuggestionRuns Runs { get; set; } = null!;

    [Inject]
    private WordingBook Wordings { get; set; } = null!;

    [Inject]
    private IHttpContextAccessor Http { get; set; } = null!;

    [Inject]
    private NavigationManager Nav { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>What was just done, so that it can be undone: <c>moved school 3</c>.</summary>
    [SupplyParameterFromQuery(Name = "did")]
    private string? Did { get; set; }

    [SupplyParameterFromForm]
    private string? Act { get; set; }

    [SupplyParameterFromForm]
    private string? Name { get; set; }

    [SupplyParameterFromForm]
    private string? After { get; set; }

    [SupplyParameterFromForm(Name = "Language")]
    private string? Wanted { get; set; }

    private Person me = null!;
    private DeckRow? row;
    private Deck? deck;
    private HashSet<string> asides = [];
    private string[]? undo;
    private string? problem;

    protected override async Task OnInitializedAsync()
    {
        me = await Current.Get();
        row = await Library.FindFor(me, Id);
        if (row is null)
        {
            Http.HttpContext!.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        deck = DeckText.Read(row.Draft).Deck;
        asides = [.. (await Wordings.AsideOf(Id)).Select(a => a.SlideId)];
        undo = Did?.Split(' ') switch
        {
            ["added", _] or ["moved", _, _] or ["removed", _, _, _] => Did.Split(' '),
            _ => null,
        };
    }

    private async Task Change()
    {
        if (deck is null)
            return;
        string[] act = (Act ?? "").Split(' ');
        string[]? did = null;
        var edited = act switch
        {
            ["add"] => await Edit(t => SlideOrder.Add(t, After, NewName), did = ["added", NewName]),
            ["duplicate", var id] => await Duplicate(id, copy => did = ["added", copy]),
            ["move", var id, var to] when At(to) is { } place => await Edit(
                t => SlideOrder.Move(t, id, place),
                did = ["moved", id, $"{IndexOf(id)}"]
            ),
            ["remove", var id] => await Remove(id, hash => did = ["removed", id, hash, $"{IndexOf(id)}"]),
            ["back", var id, var hash, var at] when At(at) is { } place => await PutBack(id, hash, place),
            _ => null,
        };
        if (edited?.Refusal is { } refusal)
            problem = T.Of(refusal);
        else if (edited is not null)
            Nav.NavigateTo(
                $"/decks/{Id}/slides"
                    + (did is null ? "" : $"?did={Uri.EscapeDataString(string.Join(' ', did))}#slide-{did[1]}")
            );
    }

    private async Task Suggest()
    {
        if (deck is null || Wanted is null || !Suggestions.IsOffered || !deck.Languages.Contains(Wanted))
            return;
        await Runs.Start(Id, Wanted, me.Id);
        Nav.NavigateTo($"/decks/{Id}/slides");
    }

    private static string[] UndoOf(string[] did) =>
        did switch
        {
            ["added", var id] => ["remove", id],
            ["moved", var id, var at] => ["move", id, at],
            ["removed", var id, var hash, var at] => ["back", id, hash, at],
            _ => [],
        };

    private Task<SlideEdited> Edit(Func<string, DeckEdit> edit, string[] deed) =>
        Desk.Edit(Id, me.Id, edit, $"slide_{deed[0]}");

    private async Task<SlideEdited> Duplicate(string id, Action<string> told)
    {
        var copy = "";
        var edited = await Desk.Edit(Id, me.Id, t => SlideOrder.Duplicate(t, id, out copy), "slide_added");
        told(copy);
        return edited;
    }

    private async Task<SlideEdited> Remove(string id, Action<string> told)
    {
        var text = SlideOrder.TextOf(row!.Draft, id) ?? "";
        await Wordings.KeepSlide(Id, id, text, me.Id);
        told(SourceHash.Of(text));
        return await Desk.Edit(
            Id,
            me.Id,
            // Somebody may write into it in this moment: then it is not what was kept to be put back.
            t => SlideOrder.TextOf(t, id) == text ? SlideOrder.Remove(t, id) : new(null, EditRefusal.Busy),
            "slide_removed"
        );
    }

    private async Task<SlideEdited?> PutBack(string id, string hash, int at) =>
        await Wordings.RemovedSlide(Id, id, hash) is { } text
            ? await Desk.Edit(Id, me.Id, t => SlideOrder.PutBack(t, text, at), "slide_put_back")
            : null;

    private int Missing(string language) => deck!.Slides.Count(s => deck.StandingOf(s, language) == Standing.Missing);

    private int IndexOf(string id) =>
        deck!.Slides.Index().Where(s => s.Item.Id == id).Select(s => s.Index).FirstOrDefault();

    private string TitleOf(Slide slide) =>
        slide
            .Parts.Where(p => p.Kind == PartKind.Shared || p.Language == deck!.SourceLanguage)
            .Where(p => p.Kind != PartKind.Notes)
            .Select(p => Heading().Match(p.Markdown).Groups["title"].Value.Trim())
            .FirstOrDefault(t => t.Length > 0)
        ?? slide.Id;

    private string AddressOf(Slide slide, string language) =>
        $"/decks/{Id}/slides/{slide.Id}" + (language == deck!.SourceLanguage ? "" : $"?to={language}");

    /// <summary>As it was typed, or the next free number.</summary>
    private string NewName =>
        Name?.Trim() is { Length: > 0 } typed
            ? typed
            : Enumerable
                .Range(deck!.Slides.Count + 1, deck.Slides.Count + 1)
                .Select(n => $"slide-{n}")
                .First(id => deck.Slides.All(s => s.Id != id));

    private static int? At(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) ? at : null;

    [GeneratedRegex(
        @"^#{2,6} +(?<title>.+)$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Heading();
}
