using System.Globalization;
using System.Text.Json;
using MeetingHub.Web.Shared;
using NodaTime;
using NodaTime.Text;

namespace MeetingHub.Web.Evidence.Exchange;

/// <summary>
/// An object of somebody else's JSON whose fields are taken one by one; what nobody took can be told at the end. A value of
/// another type than expected is left behind, never an exception.
/// </summary>
internal sealed class JsonFields(JsonElement of, LeftFields left, string path = "")
{
    private const int LongestName = 60;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string? Text(string name, int longest)
    {
        if (Take(name) is not { } value)
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Typed.Note(value.GetString()),
            JsonValueKind.Number => value.GetRawText(),
            _ => Invalid(name),
        };
        return text is null || text.Length <= longest ? text : Invalid(name);
    }

    private const decimal Largest = 1_000_000_000_000_000;

    /// <summary>A number of zero or more, and no larger than a file's: no amount of ours is negative, and sums must stay numbers.</summary>
    public decimal? Amount(string name)
    {
        if (Take(name) is not { } value)
            return null;
        if (
            value.ValueKind == JsonValueKind.Number
            && value.TryGetDecimal(out var number)
            && number is >= 0 and <= Largest
        )
            return number;
        Invalid(name);
        return null;
    }

    /// <summary>The day as it is written; the time of day and its offset are dropped.</summary>
    public LocalDate? Day(string name)
    {
        if (Take(name) is not { } value)
            return null;
        if (
            value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: >= 10 } text
            && LocalDatePattern.Iso.Parse(text[..10]) is { Success: true } day
        )
            return day.Value;
        Invalid(name);
        return null;
    }

    public string? Currency(string name) =>
        Text(name, 10) is not { } code ? null
        : code.Length == 3 && code.All(char.IsAsciiLetterUpper) ? code
        : Invalid(name);

    /// <summary>An address that a browser may be sent to.</summary>
    public string? Link(string name) =>
        Text(name, 2000) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? text
        : Invalid(name);

    public JsonFields? Object(string name)
    {
        if (Take(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            return new(value, left, $"{path}{name}.");
        Invalid(name);
        return null;
    }

    public IReadOnlyList<JsonFields> Objects(string name) =>
        [
            .. Items(name)
                .Where(i => i.ValueKind == JsonValueKind.Object)
                .Select(i => new JsonFields(i, left, $"{path}{name}.")),
        ];

    public IReadOnlyList<string> Texts(string name) =>
        [
            .. Items(name)
                .Where(i => i.ValueKind == JsonValueKind.String)
                .Select(i => Typed.Text(i.GetString()))
                .Where(t => t.Length is > 0 and <= 100),
        ];

    public IReadOnlyList<decimal> Numbers(string name) =>
        [
            .. Items(name)
                .Select(i => i.ValueKind == JsonValueKind.Number && i.TryGetDecimal(out var n) ? n : decimal.MaxValue)
                .TakeWhile(n => n < decimal.MaxValue),
        ];

    /// <summary>Says of a field that it was looked at and is not taken for this reason.</summary>
    public void Leave(string name, LeftWhy why)
    {
        if (Take(name) is not null)
            left.Add(Name(name), why);
    }

    /// <summary>Whatever nobody asked for has no column.</summary>
    public void LeaveRest()
    {
        foreach (var field in of.EnumerateObject())
        {
            if (!taken.Contains(field.Name) && !IsEmpty(field.Value))
                left.Add(Name(field.Name), LeftWhy.NoColumn);
        }
    }

    private List<JsonElement> Items(string name)
    {
        if (Take(name) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray()];
        Invalid(name);
        return [];
    }

    private JsonElement? Take(string name)
    {
        taken.Add(name);
        return of.TryGetProperty(name, out var value) && !IsEmpty(value) ? value : null;
    }

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => true,
            JsonValueKind.String => value.GetString()!.Length == 0,
            JsonValueKind.Array => value.GetArrayLength() == 0,
            _ => false,
        };

    private string? Invalid(string name)
    {
        left.Add(Name(name), LeftWhy.NotValid);
        return null;
    }

    private string Name(string name)
    {
        var plain = Typed.Text(name).Replace('\n', ' ');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{path}{(plain.Length <= LongestName ? plain : plain[..LongestName])}"
        );
    }
}
