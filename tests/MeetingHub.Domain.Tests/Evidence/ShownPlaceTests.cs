using MeetingHub.Domain.Evidence;

namespace MeetingHub.Domain.Tests.Evidence;

public sealed class ShownPlaceTests
{
    [Theory]
    [InlineData("м. Ізюм, вул. Центральна, 1", "м. Ізюм")]
    [InlineData("вул. Миру, буд. 12-А, кв. 3", null)]
    [InlineData("лівий берег", "лівий берег")]
    [InlineData("12 rue de la Paix, Izium", "Izium")]
    public void Within_a_settlement_no_street_is_said(string place, string? shown) =>
        Assert.Equal(shown, ShownPlace.Of(place, GeoPrecision.Settlement));

    [Theory]
    [InlineData("вул. Центральна, 1", "вул. Центральна")]
    [InlineData("вул. Миру, буд. 12-А, кв. 3", "вул. Миру")]
    [InlineData("вул. 1 Травня", "вул. 1 Травня")]
    [InlineData("вул. 1 Травня 12/4", "вул. 1 Травня")]
    [InlineData("12 bis, rue de la Paix", "rue de la Paix")]
    [InlineData("лівий берег", "лівий берег")]
    public void Within_a_street_no_house_is_said(string place, string? shown) =>
        Assert.Equal(shown, ShownPlace.Of(place, GeoPrecision.Street));

    [Fact]
    public void An_exact_place_is_said_as_it_is() =>
        Assert.Equal("вул. Миру, 12", ShownPlace.Of("вул. Миру, 12", GeoPrecision.Exact));
}
