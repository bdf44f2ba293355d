using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;

namespace MeetingHub.Domain.Tests.Evidence.Reading;

public sealed class LettersBelowTests
{
    [Theory]
    [InlineData("id|name|sector", "1|Школа № 4|education", "name: name_uk")]
    [InlineData("id|nom|sector", "1|Школа № 4|education", "nom: name_uk")]
    [InlineData("id|Name in English|sector", "1|Школа № 4|education", "name in english: name_uk")]
    [InlineData("id|name|sector", "1|School no. 4|education", "")]
    [InlineData("id|name|sector", "1|Lyceum «Ліцей» of Izium|education", "")]
    [InlineData("id|name|назва|sector", "1|Школа № 4|Школа № 4|education", "")]
    [InlineData("id|name|sector", "1|12/4|education", "")]
    [InlineData("id|name|sector", "1", "")]
    [InlineData("id|name|nom|sector", "1|Школа|Школа|education", "name: name_uk")]
    public void A_header_that_says_no_language_is_read_by_the_letters_below(
        string headers,
        string row,
        string expected
    ) =>
        Assert.Equal(
            expected,
            string.Join(
                "; ",
                LettersBelow
                    .Of(
                        RegisterSchema.Of(Register.Damages),
                        headers.Split('|'),
                        [
                            [.. row.Split('|').Select(c => new Cell(c))],
                        ]
                    )
                    .Select(s => $"{s.Key}: {s.Value}")
            )
        );
}
