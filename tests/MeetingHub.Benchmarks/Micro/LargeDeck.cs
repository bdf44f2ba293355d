using System.Globalization;
using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using NodaTime;

namespace MeetingHub.Benchmarks.Micro;

/// <summary>A deck of 60 slides in two languages with 30 data blocks, none of them another's, and the 10,000 rows that they show.</summary>
internal static class LargeDeck
{
    private static readonly string[] Views =
    [
        "damage-by-sector",
        "grades",
        "needs-funded-gap",
        "pipeline",
        "timeline",
        "funding-by-source",
        "top-projects",
        "one-building",
        "big-number",
        "damage-by-sector",
    ];

    public static PublicRegisters Registers() =>
        PublicRegisters.Of(
            new(
                [.. Enumerable.Range(0, 9000).Select(Damage)],
                [.. Enumerable.Range(0, 700).Select(Project)],
                [.. Enumerable.Range(0, 300).Select(Funding)]
            ),
            new LocalDate(2023, 1, 15)
        );

    public static string Text(string word)
    {
        var text = new StringBuilder("---\ntitle: Ізюм / Izium\nlanguages: uk, fr\n---\n");
        for (var i = 0; i < 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n# slide-{i}\n\n::: uk\n## Заголовок слайда {i}\n\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"Текст із **наголосом** і {(i == 30 ? word : "звичайним")} словом.\n\n"
            );
            text.Append("+ перший пункт\n+ другий пункт\n+ третій пункт\n:::\n");
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n::: fr\n## Titre de la diapositive {i}\n\nUn texte avec **accent** et des mots.\n\n"
            );
            text.Append("+ premier point\n+ deuxième point\n+ troisième point\n:::\n");
            if (i % 2 == 0)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"\n```data {Views[i / 2 % Views.Length]}\n{OptionsOf(i / 2)}\n```\n"
                );
            text.Append("\n::: notes uk\nСкажіть це повільно, одним реченням, і зупиніться.\n:::\n");
        }

        return text.ToString();
    }

    // Different blocks, so that none is the other's: the same chart thirty times would be drawn once.
    private static string OptionsOf(int i) =>
        (Views[i % Views.Length], (i / Views.Length) + 1) switch
        {
            ("damage-by-sector", var n) => i % 2 == 0 ? $"top: {n + 2}" : $"of: need\ncurrency: UAH\ntop: {n + 2}",
            ("grades", var n) => n % 2 == 0 ? "by: sector" : $"from: 2022-0{n}-01",
            ("needs-funded-gap", 1) => "",
            ("needs-funded-gap", var n) => $"sectors: {(n == 2 ? "housing" : "health")}",
            ("pipeline", 1) => "",
            ("pipeline", var n) => $"sectors: {(n == 2 ? "housing" : "health")}",
            ("timeline", var n) => $"top: {n + 4}",
            ("funding-by-source", var n) => $"currency: EUR\ntop: {n + 3}",
            ("top-projects", var n) => $"top: {n + 3}",
            ("one-building", var n) => $"id: D-{n}",
            (_, var n) => $"of: {(n == 1 ? "count" : "projects")}\ntitle-uk: число {n}",
        };

    private static Damage Damage(int i) =>
        new()
        {
            Id = $"D-{i}",
            Sector = (Sector)(i % 18),
            Name = LocalText.Of(("uk", $"Об’єкт {i}"), ("fr", $"Site {i}")),
            Grade = (DamageGrade)(i % 5),
            Method = (AssessmentMethod)(i % 4),
            Source = new($"Акт {i % 7}", null, new LocalDate(2022, 12, 1)),
            DamagedFrom = new LocalDate(2022, 3, 1).PlusDays(i % 200),
            NeedAmount = 1000 + i,
            Currency = "UAH",
            PriceDate = new LocalDate(2022, 12, 31),
        };

    private static RecoveryProject Project(int i) =>
        new()
        {
            Id = $"P-{i}",
            Title = LocalText.Of(("uk", $"Проєкт {i}"), ("fr", $"Projet {i}")),
            Sector = (Sector)(i % 18),
            Status = (ProjectStatus)(i % 5),
            Start = new LocalDate(2022, 10, 1).PlusDays(i),
            End = new LocalDate(2024, 1, 1).PlusDays(i),
            CostTotal = 100_000m * (i + 1),
            Currency = "UAH",
            Priority = i,
        };

    private static Funding Funding(int i) =>
        new()
        {
            Id = $"F-{i}",
            ProjectId = $"P-{i}",
            Amount = 1000 * (i + 1),
            Currency = i % 2 == 0 ? "EUR" : "UAH",
            State = (FundingState)(i % 4),
            Party = $"Партнер {i % 15}",
        };
}
