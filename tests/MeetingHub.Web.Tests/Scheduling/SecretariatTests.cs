using System.Text;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Log;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

public sealed class SecretariatTests : IDisposable
{
    private readonly Hall hall = new();

    private Secretariat Secretariat => hall.Services.GetRequiredService<Secretariat>();

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task A_form_sent_twice_makes_one_meeting_and_one_letter_each()
    {
        var demo = await hall.DemoMeeting();
        var caller = Hall.Secretary(demo, Side.Host);
        var id = Guid.CreateVersion7();
        var scheduled = new MeetingScheduled(demo.HostId, demo.PartnerId, "uk", "fr", demo.Plan);
        var maire = Hall.Someone(demo, Side.Partner, SeatRole.Head);
        Invitee[] asked = [new(Guid.CreateVersion7(), maire.PersonId, Side.Partner, SeatRole.Head, false, "fr", true)];

        var both = await Task.WhenAll(
            Secretariat.Schedule(id, scheduled, caller, asked),
            Secretariat.Schedule(id, scheduled, caller, asked)
        );

        Assert.All(both, r => Assert.Null(r.Refusal));
        await using var db = await Database();
        Assert.Equal(1, await db.Outbox.CountAsync(m => m.MeetingId == id && m.Kind == LetterKind.Invitation));
        Assert.Single((await hall.Log.Read(id)).Select(f => f.Fact).OfType<MeetingScheduled>());
    }

    [Fact]
    public async Task The_second_of_two_secretaries_is_told_and_shown_what_stands()
    {
        var demo = await hall.DemoMeeting();
        var first = demo.Plan with { Minutes = 75 };
        var second = demo.Plan with { Minutes = 90 };

        var saved = await Secretariat.Revise(
            demo.Id,
            Hall.Secretary(demo, Side.Host),
            Guid.NewGuid(),
            demo.PlanRevision,
            first
        );
        var late = await Secretariat.Revise(
            demo.Id,
            Hall.Secretary(demo, Side.Partner),
            Guid.NewGuid(),
            demo.PlanRevision,
            second
        );

        Assert.Null(saved.Refusal);
        Assert.Equal(Refusal.ChangedMeanwhile, late.Refusal);
        Assert.Equal(75, late.Outcome.Meeting!.Plan.Minutes);
        Assert.True(saved.Outcome.Meeting!.CalendarSequence > demo.CalendarSequence);
        Assert.True(saved.Outcome.Meeting.CalendarStamp > demo.CalendarStamp);
    }

    [Fact]
    public async Task Letters_go_out_in_each_readers_language_and_their_links_are_nowhere_in_the_database()
    {
        var demo = await hall.DemoMeeting();
        await hall.Services.GetRequiredService<LetterSender>().SendDue(CancellationToken.None);
        await using var db = await Database();
        var letter = await db.Outbox.FirstAsync(m =>
            m.Kind == LetterKind.Invitation
            && m.MeetingId == demo.Id
            && m.PersonId == Hall.Someone(demo, Side.Partner, SeatRole.Head).PersonId
        );

        using var mail = MimeKit.MimeMessage.Load(Path.Combine(hall.Folder, "outbox", $"{letter.Id}.eml"));

        Assert.Contains("14:00", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("15:00", mail.TextBody, StringComparison.Ordinal);
        Assert.StartsWith("Invitation", mail.Subject!, StringComparison.Ordinal);
        var secret = mail.TextBody!.Split("/i/")[1][..32];
        Assert.NotNull(await hall.Services.GetRequiredService<People.Door>().ByLink(secret));
        foreach (var file in Directory.EnumerateFiles(hall.Folder, "meetinghub.db*"))
        {
            await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var all = new MemoryStream();
            await bytes.CopyToAsync(all);
            Assert.True(all.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file);
        }
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_half_written()
    {
        var demo = await hall.DemoMeeting();
        await using (var db = await Database())
            await db.Database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1");
        var before = (await hall.Log.Read(demo.Id)).Count;
        var large = demo.Plan with
        {
            Agenda =
            [
                .. Enumerable
                    .Range(0, 50)
                    .Select(i => new AgendaItem(
                        Guid.NewGuid(),
                        LocalText.Of(("uk", new string('я', 200)), ("fr", new string('é', 200))),
                        5
                    )),
            ],
        };

        var refused = await Secretariat.Revise(
            demo.Id,
            Hall.Secretary(demo, Side.Host),
            Guid.NewGuid(),
            demo.PlanRevision,
            large
        );

        Assert.Equal(Refusal.StorageFailed, refused.Refusal);
        Assert.Equal(before, (await hall.Log.Read(demo.Id)).Count);
        Assert.Equal(demo.PlanRevision, (await hall.DemoMeeting()).PlanRevision);
    }

    private Task<HubDb> Database() =>
        hall.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
}
