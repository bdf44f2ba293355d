using System.Text;
using MeetingHub.Web.Calendar.Reading;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar.Reading;

public class EncodingTests
{
    private const string Ukrainian = "Запрошую на нараду о десятій, Ґалаґан";
    private const string French = "Réunion déplacée à cause de la grève générale";

    [Fact]
    public void A_comment_arrives_in_whatever_encoding_it_was_written()
    {
        Assert.Equal(Ukrainian, Comment(Encoding.UTF8.GetBytes(With(Ukrainian))));
        Assert.Equal(Ukrainian, Comment([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(With(Ukrainian))]));
        Assert.Equal(Ukrainian, Comment([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(With(Ukrainian))]));
        Assert.Equal(Ukrainian, Comment(Encoding.BigEndianUnicode.GetBytes(With(Ukrainian))));
        Assert.Equal(Ukrainian, Comment(Legacy(1251).GetBytes(With(Ukrainian))));
        Assert.Equal(French, Comment(Legacy(1252).GetBytes(With(French))));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n\r\n")]
    [InlineData("\n\r")]
    [InlineData("\0\r\n\u0001")]
    public void Any_line_ends_will_do(string end) =>
        Assert.Equal(
            French,
            Comment(Encoding.UTF8.GetBytes(With(French).Replace("\n", end, StringComparison.Ordinal)))
        );

    [Fact]
    public void A_fold_inside_a_character_does_not_break_it()
    {
        var bytes = Encoding.UTF8.GetBytes(With(Ukrainian)).ToList();
        var at = bytes.IndexOf(0xD0) + 1;
        bytes.InsertRange(at, "\r\n "u8.ToArray());

        Assert.Equal(Ukrainian, Comment([.. bytes]));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00 })]
    [InlineData(new byte[] { 0xFE, 0xFF, 0xDC, 0x00 })]
    public void Broken_characters_of_two_bytes_are_refused(byte[] bytes) =>
        Assert.Equal(CalendarFault.BadEncoding, ReplyReader.Read(bytes).Fault);

    private static string? Comment(byte[] calendar) => Assert.Single(ReplyReader.Read(calendar).Replies).Comment;

    private static string With(string comment) =>
        $"BEGIN:VCALENDAR\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:1\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.example\n"
        + $"COMMENT:{comment.Replace(",", "\\,", StringComparison.Ordinal)}\nEND:VEVENT\nEND:VCALENDAR\n";

    private static Encoding Legacy(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;
}
