using MeetingHub.Domain.Decks.Editing;

namespace MeetingHub.Web.Decks.Editing;

/// <summary>The fields <c>part.body.fr.0</c> with the hash <c>base.body.fr.0</c> of the wording that was there.</summary>
internal static class SlideForm
{
    private const int MostFields = 200;

    public static IReadOnlyList<PartEdit> Read(IFormCollection form) =>
        [
            .. from field in form.Keys.Where(k => k.StartsWith("part.", StringComparison.Ordinal)).Take(MostFields)
            let place = PartPlace.Parse(field["part.".Length..])
            where place is not null
            select new PartEdit(
                place.Value,
                form[$"base.{place.Value}"].ToString(),
                form[field].ToString().ReplaceLineEndings("\n").Trim('\n', ' ', '\t')
            ),
        ];
}
