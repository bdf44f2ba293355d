using System.Globalization;
using MeetingHub.Domain.Decks;
using MeetingHub.Domain.Languages;

namespace MeetingHub.Web.Shared.Languages;

/// <summary>Money and names as a register keeps them, in a reader's words.</summary>
public static class Amounts
{
    /// <summary>In full: «53 200 000 UAH», and with both decimals where it has any: «1 250,50 EUR».</summary>
    public static string Money(this Texts texts, decimal value, string? currency) =>
        currency is null ? InFull(value, texts.Culture) : $"{InFull(value, texts.Culture)}\u00A0{currency}";

    /// <summary>
    /// A register has one column for a source or a party. Three texts with " / " between them are read as in a deck: Ukrainian, French,
    /// English; any other text stands as it is.
    /// </summary>
    public static string Said(this Texts texts, string text) =>
        Alternatives.Of(text, Language.All.Count)[Language.All.ToList().IndexOf(texts.Language)];

    private static string InFull(decimal value, CultureInfo culture) =>
        value.ToString(decimal.IsInteger(value) ? "#,0" : "#,0.00", culture);
}
