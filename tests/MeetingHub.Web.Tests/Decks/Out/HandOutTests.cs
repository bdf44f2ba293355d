using MeetingHub.Web.Decks.Out.Paper;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;
using Xunit;

namespace MeetingHub.Web.Tests.Decks.Out;

public class HandOutTests
{
    [Theory]
    [InlineData("uk", "Ізюмської міської територіальної громади")]
    [InlineData("fr", "Quatre-vingts")]
    [InlineData("en", "the city military administration")]
    public void Words_come_out_of_the_file_whole(string language, string expected)
    {
        File.WriteAllBytes($"/tmp/out/demo-{language}.pdf", Frozen.Pdf(Frozen.Demo(), language));
        File.WriteAllBytes($"/tmp/out/demo-{language}-n.pdf", Frozen.Pdf(Frozen.Demo(), language, hasNotes: true));
        File.WriteAllBytes($"/tmp/out/demo-{language}-b.pdf", Frozen.Pdf(Frozen.Demo(), language, language == "fr" ? "uk" : "fr"));
        Assert.NotNull(expected);
    }
}
