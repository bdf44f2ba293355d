using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Decks.Editing;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Decks.Editing;
using MeetingHub.Web.People;
using Microsoft.Extensions.DependencyInjection;

namespace MeetingHub.Web.Tests.Decks.Editing;

/// <summary>A small deck of Izium's that its secretary and its head work on.</summary>
internal sealed class Workshop(App app, DeckRow deck, Person secretary, Person head)
{
    public const string Text =
        "---\ntitle: Ізюм / Izium\nlanguages: uk, fr\n---\n\n# a\n\n::: uk\n## Школа зруйнована\n\n+ Дах громади\n:::\n\n"
        + "::: fr\n## École détruite\n\n+ Toit\n:::\n\n# b\n\n::: uk\n## **Лікарня** [тут](https://izium.example)\n\n+ Один\n+ Два\n:::\n\n"
        + "# c\n\n::: uk\nМеморандум\n:::\n";

    public Guid Id => deck.Id;
    public Guid Secretary => secretary.Id;
    public Guid Head => head.Id;

    public SlideDesk Desk => app.Services.GetRequiredService<SlideDesk>();
    public DeckLibrary Library => app.Services.GetRequiredService<DeckLibrary>();

    public static async Task<Workshop> In(App app)
    {
        var secretary = await app.PersonOf(App.Secretary);
        var head = await app.PersonOf(App.Head);
        var deck = await app
            .Services.GetRequiredService<DeckLibrary>()
            .Create(secretary.CommunityId!.Value, Text, secretary.Id);
        return new(app, deck, secretary, head);
    }

    public async Task<string> Draft() => (await Library.Find(Id))!.Draft;

    public async Task<Deck> Deck() => DeckText.Read(await Draft()).Deck!;

    public async Task<Standing?> Standing(string slide, string language)
    {
        var read = await Deck();
        return read.StandingOf(read.Slides.First(s => s.Id == slide), language);
    }

    public async Task<string> Wording(string slide, string place) =>
        PartPlace.Parse(place)!.Value.WordingIn((await Deck()).Slides.First(s => s.Id == slide));

    /// <summary>What somebody writes who saw this wording there.</summary>
    public Task<SlideEdited> Write(Guid by, string slide, string place, string seen, string wording) =>
        Desk.Write(Id, slide, [new(PartPlace.Parse(place)!.Value, SourceHash.Of(seen), wording)], by);
}
