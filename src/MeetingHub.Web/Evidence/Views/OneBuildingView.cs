using MeetingHub.Domain;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Figures;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Evidence.Views;

/// <summary>
/// One building: what it was, what happened to it, what is planned, in up to five pictures and a few facts. Without an id it is the
/// one with the most pictures, then the one that the most people were served by.
/// </summary>
internal sealed class OneBuildingView : IView
{
    public string Name => "one-building";

    public IReadOnlyList<string> Options { get; } = ["id"];

    public FigureReading Draw(Scene scene, DataBlock block, Texts texts)
    {
        var tell = new Telling(texts, block);
        var id = block["id"];
        if (Chosen(scene, id) is not { } damage)
            return id is null
                ? tell.Nothing(tell.Title(Name))
                : new(null, new DeckProblem(DeckProblem.DataRow, block.Line, id));

        var name = damage.Name.IsEmpty ? damage.Id : damage.Name.In(texts.Language);
        var facts = Facts(damage, tell).Where(f => f.Value.Length > 0).ToList();
        return new(
            new Figure(
                name,
                null,
                new(
                    [texts["figure.fact"], texts["figure.value"]],
                    [.. facts.Select(f => (IReadOnlyList<string>)[f.Name, f.Value])]
                ),
                tell.Summary(name, facts.Select(f => tell.Texts["text.named", f.Name, f.Value])),
                tell.Origin(
                    Provenance.Of([damage]),
                    scene.Registers.Day,
                    damage.DamageAmount is null && damage.NeedAmount is null
                        ? null
                        : tell.Prices(Provenance.Of([damage]))
                ),
                [.. Counted(damage, texts)]
            )
            {
                Rows = [$"damages/{damage.Id}", .. Of(scene, damage).Select(p => $"pictures/{p.File}")],
                Pictures = [.. Of(scene, damage).Select(p => PictureOf(p, texts, name))],
                Picked = id is null ? damage.Id : null,
            },
            null
        );
    }

    private static Damage? Chosen(Scene scene, string? id) =>
        id is not null
            ? scene.Registers.Damages.FirstOrDefault(d => d.Id == id)
            : scene
                .Registers.Damages.OrderByDescending(d => Of(scene, d).Count())
                .ThenByDescending(d => d.ServedBefore ?? 0)
                .ThenByDescending(d => d.NeedAmount ?? 0)
                .ThenBy(d => d.Id, StringComparer.Ordinal)
                .FirstOrDefault();

    private static IEnumerable<BuildingPicture> Of(Scene scene, Damage damage) =>
        scene
            .Pictures.Where(p => p.Register == Register.Damages && p.Key == damage.Id)
            .OrderBy(p => p.Kind)
            .DistinctBy(p => p.Kind);

    private static FigurePicture PictureOf(BuildingPicture picture, Texts texts, string name)
    {
        var kind = texts[$"figure.picture.{Code.Of(picture.Kind)}"];
        var alt = picture.Alt.IsEmpty ? texts["text.named", name, kind] : picture.Alt.In(texts.Language);
        return new(picture.Forms, picture.Width, picture.Height, alt, kind);
    }

    private static IEnumerable<(string Name, string Value)> Facts(Damage damage, Telling tell)
    {
        var texts = tell.Texts;
        yield return (texts["figure.sector"], texts.Of(damage.Sector));
        yield return (texts["figure.grade"], texts.Of(damage.Grade));
        yield return (texts["figure.assessed"], damage.Method is { } method ? texts.Of(method) : "");
        yield return (texts["figure.served_before"], Number(damage.ServedBefore));
        yield return (texts["figure.served_now"], Number(damage.ServedNow));
        yield return (texts["figure.damage"], Money(damage.DamageAmount));
        yield return (texts["figure.need"], Money(damage.NeedAmount));
        yield return (texts["figure.recovery"], texts.Of(damage.Recovery));

        string Number(int? value) => value is { } known ? tell.Number(known) : "";
        string Money(decimal? value) =>
            value is { } known && damage.Currency is { } currency ? tell.Money(known, currency) : "";
    }

    private static IEnumerable<FigureFact> Counted(Damage damage, Texts texts)
    {
        if (damage.DamageAmount is { } amount)
            yield return new("damage", amount, damage.Currency ?? "", texts["figure.damage"]);
        if (damage.NeedAmount is { } need)
            yield return new("need", need, damage.Currency ?? "", texts["figure.need"]);
        if (damage.ServedNow is { } served)
            yield return new("served", served, "", texts["figure.served_now"]);
    }
}
