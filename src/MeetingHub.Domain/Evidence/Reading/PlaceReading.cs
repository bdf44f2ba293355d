namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>Latitude and longitude together. A place that lies in the country only the other way round is never turned unasked.</summary>
internal static class PlaceReading
{
    public static GeoPoint? Of(RowCells row)
    {
        var (latitude, longitude) = (row.Number("lat"), row.Number("lon"));
        if (latitude is null || longitude is null)
        {
            if (row.IsEmpty("lat") != row.IsEmpty("lon"))
                row.Fault(row.IsEmpty("lat") ? "lat" : "lon", CellFaultKind.PlaceHalf);
            return null;
        }

        var box = row.Rules.Box;
        if (box is null || box.Holds(latitude.Value, longitude.Value))
            return new(latitude.Value, longitude.Value);
        var isSwapped = box.IsSwapped(latitude.Value, longitude.Value);
        if (isSwapped && row.Rules.TurnsPlaces)
            return new(longitude.Value, latitude.Value);
        row.Fault("lat", isSwapped ? CellFaultKind.PlaceSwapped : CellFaultKind.PlaceOutside, row.Raw("lon"));
        return null;
    }
}
