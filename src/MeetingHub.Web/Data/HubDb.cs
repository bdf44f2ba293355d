using MeetingHub.Domain.Languages;
using MeetingHub.Web.Agreements;
using MeetingHub.Web.Api;
using MeetingHub.Web.Busy;
using MeetingHub.Web.Decks;
using MeetingHub.Web.Decks.Fitting;
using MeetingHub.Web.Decks.Out.Pack;
using MeetingHub.Web.Decks.Terms;
using MeetingHub.Web.Decks.Wordings;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.Evidence.Import;
using MeetingHub.Web.Evidence.Maps;
using MeetingHub.Web.Evidence.Pictures;
using MeetingHub.Web.Graph;
using MeetingHub.Web.Live;
using MeetingHub.Web.Log;
using MeetingHub.Web.Mail.Inbox;
using MeetingHub.Web.Meetings;
using MeetingHub.Web.People;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Scheduling.Finding;
using MeetingHub.Web.Scheduling.Polls;
using MeetingHub.Web.Scheduling.Series;
using MeetingHub.Web.Scheduling.Tray;
using MeetingHub.Web.Scheduling.ZoneLaw;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace MeetingHub.Web.Data;

/// <summary>
/// The one database. A meeting's truth is <see cref="Events"/>; rows about meetings and action items beside it are summaries,
/// written in the same transaction. Each provider has its own sealed context with its own migrations.
/// </summary>
public abstract class HubDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Community> Communities => Set<Community>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<PersonalToken> PersonalTokens => Set<PersonalToken>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<HubSetting> Settings => Set<HubSetting>();

    public DbSet<StoredEvent> Events => Set<StoredEvent>();
    public DbSet<MeetingRow> Meetings => Set<MeetingRow>();
    public DbSet<ActionItemRow> ActionItems => Set<ActionItemRow>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<JoinLinkRow> JoinLinks => Set<JoinLinkRow>();
    public DbSet<ShortCode> ShortCodes => Set<ShortCode>();
    public DbSet<FeedAddress> Feeds => Set<FeedAddress>();
    public DbSet<TrayEntry> Tray => Set<TrayEntry>();
    public DbSet<TimeRuleRow> TimeRules => Set<TimeRuleRow>();
    public DbSet<SeriesRow> Series => Set<SeriesRow>();
    public DbSet<SeriesMeeting> SeriesMeetings => Set<SeriesMeeting>();
    public DbSet<SeriesPerson> SeriesPeople => Set<SeriesPerson>();
    public DbSet<SeriesLink> SeriesLinks => Set<SeriesLink>();
    public DbSet<PollRow> Polls => Set<PollRow>();
    public DbSet<PollOptionRow> PollOptions => Set<PollOptionRow>();
    public DbSet<PollVoterRow> PollVoters => Set<PollVoterRow>();
    public DbSet<PollLink> PollLinks => Set<PollLink>();
    public DbSet<PollBallotRow> PollBallots => Set<PollBallotRow>();
    public DbSet<InboxPlace> InboxPlaces => Set<InboxPlace>();
    public DbSet<HandledLetter> HandledLetters => Set<HandledLetter>();
    public DbSet<BusySourceRow> BusySources => Set<BusySourceRow>();
    public DbSet<CalendarCopy> CalendarCopies => Set<CalendarCopy>();
    public DbSet<ZoneReading> ZoneReadings => Set<ZoneReading>();

    public DbSet<DeckRow> Decks => Set<DeckRow>();
    public DbSet<PictureRow> Pictures => Set<PictureRow>();
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();
    public DbSet<DeckVersion> DeckVersions => Set<DeckVersion>();
    public DbSet<WordingRow> Wordings => Set<WordingRow>();
    public DbSet<AsideRow> Asides => Set<AsideRow>();
    public DbSet<TermRow> Terms => Set<TermRow>();

    public DbSet<RegisterRow> RegisterRows => Set<RegisterRow>();
    public DbSet<RegisterChange> RegisterChanges => Set<RegisterChange>();
    public DbSet<EvidencePicture> EvidencePictures => Set<EvidencePicture>();
    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();
    public DbSet<BoundaryRow> Boundaries => Set<BoundaryRow>();
    public DbSet<RegisterState> RegisterStates => Set<RegisterState>();
    public DbSet<FitRow> Fits => Set<FitRow>();
    public DbSet<PackRow> Packs => Set<PackRow>();
    public DbSet<ColumnHabit> ColumnHabits => Set<ColumnHabit>();
    public DbSet<IdempotencyRecord> Idempotency => Set<IdempotencyRecord>();

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<LocalText>().HaveConversion<LocalTextConverter>();
        conventions.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<Account>().HasIndex(a => a.PersonId).IsUnique();
        model.Entity<Person>().HasIndex(p => p.CommunityId);
        // Those who were there before there were reminders get them like everyone else.
        model.Entity<Person>().Property(p => p.RemindWeek).HasDefaultValue(true);
        model.Entity<Person>().Property(p => p.RemindDay).HasDefaultValue(true);
        model.Entity<Person>().Property(p => p.RemindHour).HasDefaultValue(true);
        model.Entity<PersonalToken>().HasIndex(t => t.Hash).IsUnique();
        model.Entity<HubSetting>().HasKey(s => s.Name);

        model.Entity<StoredEvent>().HasKey(e => new { e.MeetingId, e.Seq });
        model
            .Entity<StoredEvent>()
            .HasIndex(e => new
            {
                e.MeetingId,
                e.By,
                e.Operation,
            })
            .IsUnique();
        model.Entity<MeetingRow>().HasIndex(m => m.Start);
        model.Entity<ActionItemRow>().HasIndex(a => new { a.HostId, a.PartnerId });

        model.Entity<OutboxMessage>().HasIndex(m => new { m.SentAt, m.DueAt });
        model.Entity<OutboxMessage>().HasIndex(m => m.MeetingId);
        model.Entity<OutboxMessage>().HasIndex(m => m.SubjectId);
        model.Entity<JoinLinkRow>().HasIndex(l => l.Hash).IsUnique();
        model.Entity<JoinLinkRow>().HasIndex(l => l.MeetingId);
        model.Entity<ShortCode>().HasKey(c => c.Code);
        model.Entity<ShortCode>().HasIndex(c => new { c.MeetingId, c.Side }).IsUnique();
        model.Entity<FeedAddress>().HasKey(f => f.PersonId);
        model.Entity<FeedAddress>().HasIndex(f => f.Hash).IsUnique();

        model.Entity<TrayEntry>().HasIndex(e => new { e.CommunityId, e.DoneAt });
        model.Entity<TrayEntry>().HasIndex(e => new { e.CommunityId, e.Once }).IsUnique();
        model.Entity<TimeRuleRow>().HasIndex(r => r.CommunityId);
        model.Entity<TimeRuleRow>().HasIndex(r => r.PersonId);
        model.Entity<SeriesMeeting>().HasKey(m => new { m.SeriesId, m.Original });
        model.Entity<SeriesMeeting>().HasIndex(m => m.MeetingId).IsUnique();
        model.Entity<SeriesPerson>().HasKey(p => new { p.SeriesId, p.PersonId });
        model.Entity<SeriesLink>().HasKey(l => l.Hash);
        model.Entity<SeriesRow>().HasIndex(s => s.Status);
        model.Entity<PollRow>().Property(p => p.Revision).IsConcurrencyToken();
        model.Entity<PollRow>().HasIndex(p => new { p.Status, p.Deadline });
        model.Entity<PollOptionRow>().HasIndex(o => o.PollId);
        model.Entity<PollVoterRow>().HasKey(v => new { v.PollId, v.PersonId });
        model.Entity<PollVoterRow>().Property(v => v.BallotRevision).IsConcurrencyToken();
        model.Entity<PollLink>().HasKey(l => l.Hash);
        model.Entity<PollLink>().HasIndex(l => new { l.PollId, l.PersonId });
        model
            .Entity<PollBallotRow>()
            .HasKey(b => new
            {
                b.PollId,
                b.PersonId,
                b.OptionId,
            });
        model.Entity<InboxPlace>().HasKey(p => p.Mailbox);
        model.Entity<HandledLetter>().HasKey(h => h.Key);
        model.Entity<BusySourceRow>().HasKey(b => b.PersonId);
        model.Entity<ZoneReading>().HasKey(r => new { r.MeetingId, r.Zone });

        model.Entity<PictureRow>().HasKey(p => new { p.DeckId, p.Name });
        // Pictures that were there before there were widths have one, and no words.
        model.Entity<PictureRow>().Property(p => p.Narrower).HasDefaultValue("[]");
        model.Entity<PictureRow>().Property(p => p.Alt).HasDefaultValueSql("'{}'");
        model.Entity<PictureRow>().HasQueryFilter(p => p.RemovedAt == null);
        model.Entity<DocumentRow>().HasKey(d => new { d.DeckId, d.Name });
        model.Entity<DeckVersion>().HasKey(v => new { v.DeckId, v.Version });
        model
            .Entity<WordingRow>()
            .HasKey(w => new
            {
                w.DeckId,
                w.SlideId,
                w.Place,
                w.Hash,
            });
        model.Entity<WordingRow>().HasIndex(w => new { w.DeckId, w.Hash });
        model.Entity<AsideRow>().HasIndex(a => a.DeckId);
        model.Entity<TermRow>().HasKey(t => new { t.CommunityId, t.Key });

        model
            .Entity<RegisterRow>()
            .HasKey(r => new
            {
                r.CommunityId,
                r.Register,
                r.Key,
            });
        model
            .Entity<RegisterChange>()
            .HasKey(c => new
            {
                c.CommunityId,
                c.Register,
                c.Key,
                c.Revision,
            });
        model.Entity<RegisterRow>().Property(r => r.Revision).IsConcurrencyToken();
        model
            .Entity<EvidencePicture>()
            .HasIndex(p => new
            {
                p.CommunityId,
                p.Register,
                p.Key,
            });
        model.Entity<EvidencePicture>().Property(p => p.Narrower).HasDefaultValue("[]");
        model.Entity<BoundaryRow>().HasIndex(b => b.CommunityId);
        model.Entity<ReleaseRow>().HasIndex(r => new { r.CommunityId, r.Status });
        model.Entity<ReleaseRow>().Property(r => r.Status).IsConcurrencyToken();
        model.Entity<RegisterState>().HasKey(s => s.CommunityId);
        model.Entity<FitRow>().HasKey(f => f.Content);
        model.Entity<PackRow>().HasIndex(p => p.DeckId);
        model.Entity<PackRow>().HasIndex(p => p.MeetingId);
        model
            .Entity<ColumnHabit>()
            .HasKey(h => new
            {
                h.CommunityId,
                h.Register,
                h.Header,
            });
        model.Entity<IdempotencyRecord>().HasKey(r => new { r.PersonId, r.Key });
    }

    private sealed class LocalTextConverter()
        : ValueConverter<LocalText, string>(text => EventJson.Write(text), json => EventJson.Read<LocalText>(json));
}
