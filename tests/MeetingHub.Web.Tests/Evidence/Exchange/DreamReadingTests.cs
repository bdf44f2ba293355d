using MeetingHub.Domain.Evidence;
using MeetingHub.Web.Evidence.Exchange;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Exchange;

public sealed class DreamReadingTests
{
    internal const string Idea = """
        {"date":"2023-01-05T10:00:00Z","updated":"2023-03-08T09:37:53.882914Z","type":"rehabilitation",
         "title":[{"lang":"uk","translation":"Капітальний ремонт лікарні"},{"lang":"en","translation":"Hospital overhaul"}],
         "description":[{"lang":"uk","translation":"Хірургічний корпус"}],
         "purpose":"restoration","status":"active","statusDetails":"structured",
         "parties":[{"id":"UA-EDR-1","roles":["author"],"identifier":{"scheme":"UA-EDR","id":"1","legalName":"Хтось"}},
                    {"id":"UA-EDR-2","roles":["initiator","implementer"],"identifier":{"scheme":"UA-EDR","id":"2","legalName":"Ізюмська лікарня"}}],
         "documents":[{"id":"1","url":"https://dream.example/1.jpg","format":"image/jpeg","documentType":"illustrationDamaged"},
                      {"id":"2","url":"javascript:alert(1)","documentType":"illustrationBefore"},
                      {"id":"3","url":"https://dream.example/plan.pdf","documentType":"designDocument"},
                      {"id":"4","url":"https://dream.example/secret.jpg","documentType":"illustrationVision","accessDetails":"restricted"}],
         "additionalClassifications":[{"scheme":"WB-RDNA","id":"health"}],
         "approaches":[{"id":"a","title":"Ремонт",
           "items":[{"id":"i","locations":[{"gazetteer":{"scheme":"UA-CATOTTG","identifiers":["UA63040090010029555"]}}]}],
           "budget":{
             "budgetBreakdown":[
               {"id":"1","amount":{"amount":100.5,"currency":"EUR"},"period":{"startDate":"2023-04-01T00:00:00Z","endDate":"2023-12-31T00:00:00Z"},"classifications":{"costItem":"construction","costType":"capex"}},
               {"id":"2","amount":{"amount":50,"currency":"EUR"},"period":{"startDate":"2024-01-01T00:00:00Z","endDate":"2024-06-30T00:00:00Z"},"classifications":{"costItem":"equipment","costType":"capex"}},
               {"id":"3","amount":{"amount":9,"currency":"EUR"},"period":{},"classifications":{"costItem":"operating","costType":"opex"}}],
             "finance":[
               {"id":"f1","value":{"amount":70,"currency":"EUR"},"financeType":"internationalPartners","financeCategory":"abroadState","financingParty":{"id":"x","name":"Уряд"}},
               {"id":"f2","value":{"amount":5,"currency":"UAH"},"financeType":"privateInvestments","financeCategory":"naturalPerson","financingParty":{"id":"y","name":"Іван Приватний"}}]}}],
         "metrics":[{"id":"initiationScore","observations":[]}]}
        """;

    [Fact]
    public void A_project_of_DREAM_keeps_its_status_verbatim_beside_the_mapped_one()
    {
        var project = Project(Read(Idea));

        Assert.Equal(("active", "structured"), (project.DreamStatus, project.DreamStatusDetails));
        Assert.Equal(ProjectStatus.Preparation, project.Status);
        Assert.Equal("DREAM-UA-1", project.DreamId);
        Assert.Equal("Капітальний ремонт лікарні", project.Title.Exactly("uk"));
        Assert.Equal("Hospital overhaul", project.Title.Exactly("en"));
        Assert.Equal(ProjectType.Rehabilitation, project.Type);
        Assert.Equal("restoration", project.Purpose);
        Assert.Equal("Ізюмська лікарня", project.Implementer);
        Assert.Equal("UA63040090010029555", project.Katotth);
        Assert.Equal(Sector.Health, project.Sector);
        Assert.Equal((150.5m, "EUR"), (project.CostTotal, project.Currency));
        Assert.Equal((new(2023, 4, 1), new(2024, 6, 30)), (project.Start!.Value, project.End!.Value));
    }

    [Fact]
    public void Its_finance_becomes_sums_and_a_private_giver_has_no_name()
    {
        var brought = Read(Idea);

        var sums = brought.Entries.OfType<Funding>().ToList();
        Assert.Equal(["Уряд", null], sums.Select(s => s.Party));
        Assert.Equal(["abroadState", "naturalPerson"], sums.Select(s => s.FinanceCategory));
        Assert.All(sums, s => Assert.Equal(FundingState.Pledged, s.State));
        Assert.Contains(brought.Left, l => l.Why == LeftWhy.Person);
    }

    [Fact]
    public void Pictures_are_told_by_their_addresses_but_for_those_that_DREAM_guards_or_that_are_no_address()
    {
        Assert.Equal(
            [new Illustration("DREAM-UA-1", "illustrationDamaged", "https://dream.example/1.jpg")],
            Read(Idea).Pictures
        );
    }

    [Fact]
    public void A_project_that_stands_here_under_our_own_id_is_updated_there()
    {
        var ours = Given.Repair() with { DreamId = "DREAM-UA-1" };

        var project = Project(Read(Idea, new([], [ours], [])));

        Assert.Equal("P-1", project.Id);
        Assert.Equal("Reconstruction de l’école nº 4", project.Title.Exactly("fr"));
        Assert.Equal(1, project.Priority);
    }

    [Fact]
    public void Costs_of_two_currencies_or_of_two_alternatives_are_not_added()
    {
        var mixed = Idea.Replace(
            """{"amount":50,"currency":"EUR"}""",
            """{"amount":50,"currency":"USD"}""",
            StringComparison.Ordinal
        );
        var two = Idea.Replace(
            "\"approaches\":[",
            "\"approaches\":[{\"id\":\"b\",\"title\":\"Інакше\"},",
            StringComparison.Ordinal
        );

        foreach (var idea in new[] { mixed, two })
        {
            var brought = Read(idea);
            Assert.Null(Project(brought).CostTotal);
            Assert.Contains(brought.Left, l => l.Why == LeftWhy.Ambiguous);
        }
    }

    [Theory]
    [InlineData(
        "{\"data\":[{\"internal\":{\"id\":\"x\",\"code\":\"y\"},\"external\":{\"updated\":\"z\"}}]}",
        BringFault.NoProjects
    )]
    [InlineData("not json", BringFault.NotJson)]
    public void A_list_of_ids_is_no_project_and_garbage_is_no_file(string file, BringFault why) =>
        Assert.Equal(why, DreamReading.Read([new(null, Given.Bytes(file))], Registers.Empty, Given.Terms).Fault);

    [Fact]
    public void A_project_in_a_file_must_say_its_id() =>
        Assert.Equal(
            BringFault.IdMissing,
            Assert
                .Single(
                    DreamReading.Read([new(null, Given.Bytes(Idea))], Registers.Empty, Given.Terms).Brought!.Refused
                )
                .Fault
        );

    private static Brought Read(string idea, Registers? known = null) =>
        DreamReading.Read([new("DREAM-UA-1", Given.Bytes(idea))], known ?? Registers.Empty, Given.Terms).Brought!;

    private static RecoveryProject Project(Brought brought) => Assert.Single(brought.Entries.OfType<RecoveryProject>());
}
