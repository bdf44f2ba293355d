using System.Globalization;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Views;
using MeetingHub.Web.Evidence.Views;
using MeetingHub.Web.Figures;

namespace MeetingHub.Web.Evidence.Maps;

/// <summary>
/// One thing is a dot in its grade's ink; several are a ring of their grades around their number, so that no letter stands on
/// a colour that it cannot be read on.
/// </summary>
internal static class PlaceSymbol
{
    private const decimal Ring = 5;
    private const double Step = Math.PI / 9;

    public static decimal RadiusOf(GatheredPlace place) =>
        place.Count == 1 ? 7 : Math.Clamp(12 + Math.Round(2.2m * (decimal)Math.Sqrt(place.Count), 1), 14, 26);

    public static IEnumerable<Shape> Of(GatheredPlace place, Spot at)
    {
        var radius = RadiusOf(place);
        var parts = PartsOf(place);
        if (parts.Count == 1)
            yield return new Dot(at.X, at.Y, radius, parts[0].Ink);
        else
        {
            var from = 0d;
            foreach (var (ink, share) in parts)
            {
                yield return new Area([Arc(at, (double)radius, from, from += share * 2 * Math.PI)], ink);
            }
        }

        if (place.Count == 1)
            yield break;
        yield return new Dot(at.X, at.Y, radius - Ring, Ink.Paper);
        yield return new Words(
            at.X,
            at.Y + 6,
            place.Count.ToString(CultureInfo.InvariantCulture),
            place.Count > 999 ? 13 : 17,
            Anchor: Anchor.Middle,
            IsBold: true
        );
    }

    private static List<(Ink Ink, double Share)> PartsOf(GatheredPlace place) =>
        [
            .. place
                .Things.GroupBy(t => t.Grade is { } grade ? GradesView.InkOf(grade) : Ink.Main)
                .OrderByDescending(g => g.Key)
                .Select(g => (g.Key, (double)g.Count() / place.Count)),
        ];

    // A slice of the whole disc; the middle is covered by the number's.
    private static List<Spot> Arc(Spot at, double radius, double from, double to)
    {
        List<Spot> corners = [at];
        for (var angle = from; angle < to; angle += Step)
            corners.Add(On(at, radius, angle));
        corners.Add(On(at, radius, to));
        return corners;
    }

    private static Spot On(Spot at, double radius, double angle) =>
        new(
            Math.Round(at.X + (decimal)(radius * Math.Sin(angle)), 1),
            Math.Round(at.Y - (decimal)(radius * Math.Cos(angle)), 1)
        );
}
