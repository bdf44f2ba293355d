using System.Text;
using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Evidence.Exchange;
using NodaTime;

namespace MeetingHub.Web.Tests.Evidence.Exchange;

/// <summary>Registers and files for the tests of bringing in and taking out.</summary>
internal static class Given
{
    public static readonly LocalDate Day = new(2023, 1, 20);
    public static readonly BringTerms Terms = new(Language.Ukrainian, CountryBox.Of("UA"));

    public static string PathOf(string file) =>
        Path.Combine(AppContext.BaseDirectory, "Evidence", "Exchange", "Files", file);

    public static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);

    public static Damage School(string id = "D-1", Access access = Access.Open) =>
        new()
        {
            Id = id,
            Name = LocalText.Of(("uk", "Школа № 4"), ("fr", "École nº 4"), ("en", "School no. 4")),
            Sector = Sector.EducationScience,
            Point = new(49.2123456m, 37.2512345m),
            Precision = GeoPrecision.Street,
            Grade = DamageGrade.Severe,
            DamageAmount = 12_500_000.5m,
            Currency = "UAH",
            PriceDate = new(2022, 12, 1),
            Source = new("Акт обстеження", "https://izium.example/act", new(2022, 11, 23)),
            Access = access,
        };

    public static RecoveryProject Repair(string id = "P-1", Access access = Access.Open) =>
        new()
        {
            Id = id,
            DreamId = "DREAM-UA-010123-00000001",
            Title = LocalText.Of(("uk", "Відбудова школи № 4"), ("fr", "Reconstruction de l’école nº 4")),
            Summary = LocalText.Of(("uk", "Дах, вікна, опалення")),
            Status = ProjectStatus.Preparation,
            DreamStatus = "active",
            DreamStatusDetails = "structuring",
            Type = ProjectType.Rehabilitation,
            SectorOc4ids = "education",
            Sector = Sector.EducationScience,
            DamageIds = ["D-1"],
            Implementer = "Виконавчий комітет",
            Start = new(2023, 4, 1),
            End = new(2024, 8, 31),
            CostTotal = 53_200_000m,
            Currency = "UAH",
            PriceDate = new(2022, 12, 1),
            ProgressPercent = 12.5m,
            Priority = 1,
            Point = new(49.2123m, 37.2512m),
            PublicUrl = "https://izium.example/school",
            UpdatedAt = new(2023, 1, 10),
            Access = access,
        };

    public static Funding Grant(FundingState state = FundingState.Committed, string project = "P-1") =>
        new()
        {
            Id = $"{project}/1",
            ProjectId = project,
            Party = "Фонд",
            Amount = 600_000m,
            Currency = "EUR",
            State = state,
            Date = new(2022, 12, 15),
        };

    public static Registers Izium => new([School()], [Repair()], [Grant()]);
}
