using MeetingHub.Domain;
using MeetingHub.Domain.Time;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared.Languages;

namespace MeetingHub.Web.Scheduling.Polls;

/// <summary>All that a letter about a poll says, in the language and the zone that the reader chose. A withdrawal has no link.</summary>
public sealed record PollLetterContent(LetterKind Kind, StoredPoll Stored, Person Reader, PollVoterRow Voter, Uri? Link)
{
    public Texts Texts { get; } = Texts.In(Voter.Language ?? Reader.Language);
    public Times Times { get; } = Times.In(Voter.Language ?? Reader.Language);

    public string Zone => LocalSlot.Canonical(Voter.Zone ?? Reader.Zone);

    public string Title => Stored.Poll.Title.In(Texts.Language);

    public string Subject => Texts[$"letter.subject.{Code.Of(Kind)}", Title];

    public string Opening => Texts[$"letter.opening.{Code.Of(Kind)}", Reader.Name];

    public string Sides => $"{Stored.Host.Name.In(Texts.Language)} – {Stored.Partner.Name.In(Texts.Language)}";

    public string Deadline => Texts["poll.letter.deadline", Times.At(Stored.Poll.Deadline, Zone), Times.Zone(Zone)];

    public string Heading => Texts["poll.letter.times", Times.Zone(Zone), Stored.Poll.Minutes];

    /// <summary>Each time in the reader's zone, then what it is on both sides, then what is unusual about it.</summary>
    public IEnumerable<(string Time, string Elsewhere, string Gaps)> Options =>
        from option in Stored.Poll.Options
        let words = new PollWords(Texts, Times)
        let zones = Zones.Where(z => z != Zone).ToList()
        select (
            Times.At(option.Start, Zone),
            string.Join(" · ", zones.Select(z => words.Elsewhere(option.Start, Stored.Poll.Minutes, z, Zone))),
            string.Join(' ', words.Gaps(Zone, zones, option.Start))
        );

    public string Text()
    {
        List<string> lines = [Opening, "", Title, Sides, ""];
        if (Stored.Poll.Note is { } note)
            lines.AddRange([note, ""]);
        if (Link is null)
            return string.Join('\n', lines).TrimEnd();

        lines.Add(Heading);
        foreach (var (time, elsewhere, gaps) in Options)
        {
            lines.Add(elsewhere.Length > 0 ? $"– {time} ({elsewhere})" : $"– {time}");
            if (gaps.Length > 0)
                lines.Add($"  {gaps}");
        }

        lines.AddRange([
            "",
            Deadline,
            "",
            Texts["poll.letter.link"],
            Link.ToString(),
            Texts["poll.letter.link_is_yours"],
        ]);
        return string.Join('\n', lines).TrimEnd();
    }

    private IEnumerable<string> Zones =>
        new[] { Stored.Host.Zone, Stored.Partner.Zone }.Select(LocalSlot.Canonical).Distinct();
}
