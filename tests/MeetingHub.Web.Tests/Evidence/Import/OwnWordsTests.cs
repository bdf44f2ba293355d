using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Domain.Languages;
using MeetingHub.Web.Shared.Languages;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence.Import;

/// <summary>Whoever fills a table in looks at the pages: what they say must be taken, and as what they say.</summary>
public sealed class OwnWordsTests
{
    public static TheoryData<string, Register> All =>
        [.. Language.All.SelectMany(l => Enum.GetValues<Register>().Select(r => (l, r)))];

    [Theory, MemberData(nameof(All))]
    public void Every_word_that_is_shown_is_read_as_what_it_shows(string language, Register register)
    {
        var texts = Texts.In(language);

        Assert.Empty(
            from column in RegisterSchema.Of(register).Columns
            from value in column.Words?.Values ?? []
            let read = column.Words!.Find(texts.Of(value))
            where !value.Equals(read)
            select $"{column.Name}: {texts.Of(value)} ({value}) is read as {read}"
        );
    }

    [Theory, MemberData(nameof(All))]
    public void Every_column_is_found_by_the_name_that_is_shown(string language, Register register)
    {
        var (texts, schema) = (Texts.In(language), RegisterSchema.Of(register));

        Assert.Empty(
            from column in schema.Columns
            let label = texts[$"column.{column.Name}"]
            where schema.Find(label) != column
            select $"{column.Name}: {label} is found as {schema.Find(label)?.Name}"
        );
    }
}
