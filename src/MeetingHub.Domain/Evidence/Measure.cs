namespace MeetingHub.Domain.Evidence;

/// <summary>
/// What is told of damages. Damage (repair cost of what was destroyed), losses (flows that did not come) and needs (cost of
/// recovery) are different things by the Rapid Damage and Needs Assessment: they are never added to one another.
/// </summary>
public enum Measure
{
    Count,
    Damage,
    Loss,
    Need,
}

public static class Measures
{
    public static decimal? Of(this Measure measure, Damage damage) =>
        measure switch
        {
            Measure.Damage => damage.DamageAmount,
            Measure.Loss => damage.LossAmount,
            Measure.Need => damage.NeedAmount,
            _ => 1,
        };

    public static decimal? Of(this Measure measure, LimitedSum sum) =>
        measure switch
        {
            Measure.Damage => sum.DamageAmount,
            Measure.Loss => sum.LossAmount,
            Measure.Need => sum.NeedAmount,
            _ => sum.Count,
        };
}
