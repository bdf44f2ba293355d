using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace MeetingHub.Web.Tests.Api;

public sealed class TimesTests : IAsyncDisposable
{
    private readonly App app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_program_gets_the_same_fair_times_as_the_page()
    {
        var program = await app.ClientFor(App.Secretary);
        var people = $"need={(await app.PersonOf(App.Secretary)).Id}&like={(await app.PersonOf(App.PartnerHead)).Id}";
        var found = await program.GetFromJsonAsync<JsonElement>(
            $"/api/v1/times?{people}&minutes=60&from=2027-06-07&to=2027-06-11"
        );

        var first = found.GetProperty("times")[0];
        Assert.Equal("2027-06-07T06:00:00Z", first.GetProperty("start").GetString());
        Assert.Equal(0, first.GetProperty("worst").GetInt32());
        Assert.Equal("2027-06-07T08:00:00", first.GetProperty("places")[1].GetProperty("from").GetString());
        Assert.Equal("not_configured", found.GetProperty("unknown").EnumerateObject().First().Value.GetString());
    }

    [Theory]
    [InlineData("from=2027-06-11&to=2027-06-07", "dates_invalid")]
    [InlineData("minutes=3", "duration_out_of_range")]
    [InlineData("like=00000000-0000-4000-8000-00000000dead", "person_unknown")]
    public async Task What_cannot_be_searched_is_refused_with_its_code(string query, string code)
    {
        var program = await app.ClientFor(App.Secretary);
        var answer = await program.GetAsync($"/api/v1/times?need={(await app.PersonOf(App.Secretary)).Id}&{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(code, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Who_is_no_secretary_may_not_look_into_calendars()
    {
        var program = await app.ClientFor(App.Head);
        var answer = await program.GetAsync($"/api/v1/times?need={(await app.PersonOf(App.Secretary)).Id}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
