using System.Text.Json;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Agreements.Record;
using Xunit;

namespace MeetingHub.Web.Tests.Agreements.Record;

public class RecordJsonTests
{
    [Fact]
    public void A_program_reads_codes_names_and_instants()
    {
        using var document = JsonDocument.Parse(Json(Sitting.Held()));
        var root = document.RootElement;

        Assert.Equal("meetinghub-record/1", root.GetProperty("format").GetString());
        Assert.Equal("address_to_council", root.GetProperty("kind").GetString());
        Assert.Equal("closed", root.GetProperty("status").GetString());
        Assert.Equal("2023-01-31T13:02:00Z", root.GetProperty("openedAt").GetString());
        Assert.Equal("Première rencontre", root.GetProperty("title").GetProperty("fr").GetString());
        Assert.Equal("air_raid_alert", root.GetProperty("pauses")[0].GetProperty("reason").GetString());

        var head = root.GetProperty("host").GetProperty("people")[0];
        Assert.Equal(("Олена Вигадана", "head"), (Text(head, "name"), Text(head, "role")));
        Assert.Equal("2023-01-31T12:55:00Z", Text(head.GetProperty("stays")[0], "from"));

        var item = root.GetProperty("actionItems")[0];
        Assert.Equal(("agreed", "2023-03-15"), (Text(item, "status"), Text(item, "due")));
        Assert.Equal(Sitting.ExpertsWording.Hash(), Text(item.GetProperty("partnerConfirmed"), "hash"));
        Assert.Equal("Петро Уявний", Text(root.GetProperty("remarks")[0], "name"));
    }

    [Fact]
    public void The_same_minutes_give_the_same_bytes() => Assert.Equal(Json(Sitting.Held()), Json(Sitting.Held()));

    [Fact]
    public void Members_stand_in_the_order_that_others_rely_on()
    {
        using var document = JsonDocument.Parse(Json(Sitting.Held()));

        Assert.Equal(
            "format meeting seq status kind title plannedStart plannedEnd openedAt closedAt host partner agenda slides pauses "
                + "questions actionItems remarks postponements",
            string.Join(' ', document.RootElement.EnumerateObject().Select(p => p.Name))
        );
    }

    [Fact]
    public void Hostile_characters_leave_JSON_that_reads()
    {
        var sitting = Sitting
            .Held()
            .At(80, 0, new QuestionAsked(Sitting.Id(71), Sitting.HostHead, Side.Host, "uk", "\0 \ud83d </script>"));
        using var document = JsonDocument.Parse(Json(sitting));

        Assert.Equal("\0 \uFFFD </script>", Text(document.RootElement.GetProperty("questions")[1], "text"));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static byte[] Json(Sitting sitting) =>
        RecordJson.Write(sitting.Minutes, sitting.Names, sitting.Host, sitting.Partner, sitting.Decks);
}
