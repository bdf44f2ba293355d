using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Time.Search;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling.Holidays;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Scheduling.Finding;

/// <summary>
/// The hours of a community or a person, to be read and changed. A community's hours are open to every account, since both
/// sides plan by them; only its own secretaries change them. A person's are theirs, and their secretary's who keeps them for
/// somebody without an account.
/// </summary>
public sealed class HoursBook(HubDb db, CustomsBook book, AuditTrail audit, IClock clock)
{
    public const int MostRules = 200;
    private const int MonthsShown = 12;

    private static readonly TimeRuleKind[] OfCommunity =
    [
        TimeRuleKind.PowerCut,
        TimeRuleKind.Curfew,
        TimeRuleKind.WorkingHours,
        TimeRuleKind.DayOff,
        TimeRuleKind.WorkingDay,
    ];

    private static readonly TimeRuleKind[] OfPerson =
    [
        TimeRuleKind.Away,
        TimeRuleKind.WorkingHours,
        TimeRuleKind.DayOff,
        TimeRuleKind.WorkingDay,
    ];

    public sealed record Sheet(
        Person Reader,
        Community? Community,
        Person? Person,
        IReadOnlyList<TimeRuleRow> Rules,
        Customs Customs,
        IReadOnlyList<Holiday> Holidays,
        bool MayChange
    )
    {
        public bool IsMine => Person?.Id == Reader.Id;

        public IReadOnlyList<TimeRuleKind> Kinds => Community is null ? OfPerson : OfCommunity;
    }

    public async Task<Sheet?> Open(Person reader, Guid? communityId, Guid? personId)
    {
        var community = communityId is null ? null : await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId);
        var person = personId is null ? null : await db.People.FirstOrDefaultAsync(p => p.Id == personId);
        if ((community is null && person is null) || (person is not null && !Keeps(reader, person)))
            return null;

        var rules = await db
            .TimeRules.AsNoTracking()
            .Where(r => communityId != null ? r.CommunityId == communityId : r.PersonId == personId)
            .OrderBy(r => r.AddedAt)
            .ToListAsync();
        var customs = community is not null ? await book.Of(community) : (await book.Of([person!]))[person!.Id];
        var mayChange = community is null || (reader.IsSecretary && reader.CommunityId == community.Id);
        return new Sheet(reader, community, person, rules, customs, Coming(community, customs), mayChange);
    }

    public async Task<Refusal?> SaveUsual(
        Sheet sheet,
        string? workFrom,
        string? workTo,
        string? curfewFrom,
        string? curfewTo,
        HolidayWeight? weight,
        string? region
    )
    {
        if (sheet is not { MayChange: true, Community: { } community })
            return Refusal.NotAllowed;
        if (RuleForm.Time(workFrom) is not { } from || RuleForm.Time(workTo) is not { } to || to <= from)
            return Refusal.HoursInvalid;
        var (begins, ends) = (RuleForm.Time(curfewFrom), RuleForm.Time(curfewTo));
        if (begins is null != ends is null)
            return Refusal.HoursInvalid;
        (community.WorkFrom, community.WorkTo, community.CurfewFrom, community.CurfewTo) = (from, to, begins, ends);
        community.HolidayWeight = weight;
        community.Region = HolidayCalendar.Regions(community.Country).ContainsKey(region ?? "") ? region : null;
        audit.Note(db, sheet.Reader.Id, "hours_changed", community.Id.ToString());
        await db.SaveChangesAsync();
        return null;
    }

    public async Task<Refusal?> Add(Sheet sheet, RuleForm form)
    {
        if (!sheet.MayChange || !sheet.Kinds.Contains(form.Kind))
            return Refusal.NotAllowed;
        if (sheet.Rules.Count >= MostRules)
            return Refusal.TooManyRules;
        var (rule, note, fault) = form.Read();
        return fault ?? await Write(sheet, rule!, note);
    }

    /// <summary>Takes a rule away and gives what <see cref="PutBack"/> needs; null when it was gone already.</summary>
    public async Task<string?> Remove(Sheet sheet, Guid id)
    {
        if (!sheet.MayChange || sheet.Rules.FirstOrDefault(r => r.Id == id) is not { } row)
            return null;
        db.TimeRules.Remove(row);
        audit.Note(db, sheet.Reader.Id, "hours_rule_removed", id.ToString());
        await db.SaveChangesAsync();
        return EventJson.Write(new Kept(row.Rule, row.Note));
    }

    /// <summary>What came back from the page is read as hostile as any form: only what <see cref="Add"/> would take is taken.</summary>
    public async Task<Refusal?> PutBack(Sheet sheet, string? removed)
    {
        if (!sheet.MayChange || sheet.Rules.Count >= MostRules)
            return Refusal.NotAllowed;
        try
        {
            var kept = EventJson.Read<Kept>(removed ?? "");
            if (kept?.Rule is not { } rule || !sheet.Kinds.Contains(rule.Kind) || kept.Note?.Length > 200)
                return Refusal.NotAllowed;
            return rule.Fault() ?? await Write(sheet, rule, Shared.Typed.Note(kept.Note));
        }
        catch (System.Text.Json.JsonException)
        {
            return Refusal.NotAllowed;
        }
    }

    private async Task<Refusal?> Write(Sheet sheet, TimeRule rule, string? note)
    {
        var row = new TimeRuleRow
        {
            Id = Guid.CreateVersion7(),
            CommunityId = sheet.Community?.Id,
            PersonId = sheet.Person?.Id,
            Kind = rule.Kind,
            From = rule.From,
            To = rule.To,
            Days = rule.Days,
            Start = rule.Start,
            End = rule.End,
            Confidence = rule.Confidence,
            Note = note,
            AddedBy = sheet.Reader.Id,
            AddedAt = clock.GetCurrentInstant(),
        };
        db.TimeRules.Add(row);
        audit.Note(db, sheet.Reader.Id, "hours_rule_added", row.Id.ToString());
        await db.SaveChangesAsync();
        return null;
    }

    private List<Holiday> Coming(Community? community, Customs customs)
    {
        if (community is null)
            return [];
        var today = clock.GetCurrentInstant().InZone(customs.TimeZone).Date;
        return
        [
            .. HolidayCalendar
                .Of(community.Country, community.Region)
                .Where(h => h.Day >= today && h.Day < today.PlusMonths(MonthsShown)),
        ];
    }

    private static bool Keeps(Person reader, Person person) =>
        reader.Id == person.Id
        || (reader.IsSecretary && !person.HasAccount && person.CommunityId is { } id && id == reader.CommunityId);

    private sealed record Kept(TimeRule Rule, string? Note);
}
