using MeetingHub.Domain.Languages;
using MeetingHub.Web.Data;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Decks.Templates;

/// <summary>Begins a deck: from a template with both communities' names in it, or with an empty first slide.</summary>
public sealed class NewDeck(IDbContextFactory<HubDb> databases, DeckLibrary library)
{
    public async Task<DeckRow> Create(Person me, Guid communityId, string? template, string title, Guid? partnerId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var community = await db.Communities.AsNoTracking().FirstAsync(c => c.Id == communityId);
        var partner = await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Id == partnerId);
        string[] languages = [me.Language, .. Language.All.Where(l => l != me.Language)];
        var text = DeckTemplates.IsKnown(template)
            ? DeckTemplates.Fill(
                template!,
                TitleOf(template!, title, me.Language),
                languages,
                community.Name,
                partner?.Name ?? In("decks.template.partner")
            )
            : Empty(title, languages);
        return await library.Create(communityId, text, me.Id);
    }

    // What was typed is in one language; the others take the template's name rather than a foreign title.
    private static LocalText TitleOf(string template, string typed, string language)
    {
        var own = In($"decks.template.{template}");
        return typed.Length == 0
            ? own
            : LocalText.Of([.. own.Texts.Where(t => t.Key != language), KeyValuePair.Create(language, typed)]);
    }

    private static LocalText In(string key) =>
        LocalText.Of(Language.All.Select(l => KeyValuePair.Create(l, Texts.In(l)[key])));

    private static string Empty(string title, string[] languages)
    {
        title = title.ReplaceLineEndings(" ").Replace('/', '-');
        return $"""
            ---
            title: {string.Join(" / ", languages.Select(_ => title))}
            languages: {string.Join(", ", languages)}
            ---

            # opening {"{.title}"}

            ::: {languages[0]}
            ## {title}
            :::
            """;
    }
}
