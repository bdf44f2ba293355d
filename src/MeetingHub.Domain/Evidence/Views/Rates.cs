using NodaTime;

namespace MeetingHub.Domain.Evidence.Views;

/// <summary>What one unit of a currency was worth in another on a day, and who says so.</summary>
public sealed record Rate(string From, decimal Value, LocalDate On, string Source);

/// <summary>
/// The one currency in which a figure is told, and the rates that it may use. A currency without a rate is never converted: its
/// amounts stay out and are named.
/// </summary>
public sealed record Rates(string Currency, IReadOnlyList<Rate> Known)
{
    /// <summary>The amount in <see cref="Currency"/>, or null when no rate leads there.</summary>
    public decimal? Convert(decimal amount, string? currency) =>
        currency == Currency ? amount
        : Known.FirstOrDefault(r => r.From == currency) is { } rate ? amount * rate.Value
        : null;
}
