using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using MeetingHub.Web.Data;
using MeetingHub.Web.Scheduling;
using MeetingHub.Web.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using NodaTime;
using Xunit;

namespace MeetingHub.Web.Tests.Calendar.Readers;

/// <summary>The whole way, from the secretary's command through the database and the mail to a calendar that is not ours.</summary>
public sealed class SentLettersTests : IDisposable
{
    private readonly Hall hall = new();

    public void Dispose() => hall.Dispose();

    [Fact]
    public async Task A_mayor_who_is_asked_moved_uninvited_asked_back_and_cancelled_is_told_each_time_by_newer_letters()
    {
        var demo = await hall.DemoMeeting();
        var (id, mayor) = (Guid.CreateVersion7(), Hall.Someone(demo, Side.Partner, SeatRole.Head));
        await Act(demo, id, mayor);

        var letters = await LettersTo(id, mayor.PersonId);
        Assert.Equal(["REQUEST", "REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL"], letters.Select(l => l.Method));
        foreach (var reader in Reader.All)
        {
            var read = await reader.Read(letters.Select(l => l.Calendar));
            var parts = read.Select(r => Assert.Single(r.Parts)).ToList();
            Assert.Equal(letters.Select(l => l.Method), read.Select(r => r.Method!));
            Assert.Single(parts.Select(p => p.Uid).Distinct(StringComparer.Ordinal));
            Assert.Equal([0, 1, 1, 2, 3, 4], parts.Select(p => p.Sequence!.Value));
            Assert.All(parts.Zip(parts.Skip(1)), p => Assert.True(p.First.Stamp < p.Second.Stamp));
            Assert.Equal(demo.Plan.Start, read[0].Meetings.Single().Start);
            Assert.All(
                read.Skip(1),
                r => Assert.Equal(demo.Plan.Start + Duration.FromHours(1), r.Meetings.Single().Start)
            );
        }
    }

    private async Task Act(Meeting demo, Guid id, Seat mayor)
    {
        var secretariat = hall.Services.GetRequiredService<Secretariat>();
        var caller = Hall.Secretary(demo, Side.Partner);
        Invitee[] asked = [new(Guid.CreateVersion7(), mayor.PersonId, Side.Partner, SeatRole.Head, false, "fr", true)];
        var later = demo.Plan with
        {
            Start = demo.Plan.Start + Duration.FromHours(1),
            Local = demo.Plan.Local.PlusHours(1),
        };
        await Done(
            secretariat.Schedule(
                id,
                new MeetingScheduled(demo.HostId, demo.PartnerId, "uk", "fr", demo.Plan),
                caller,
                asked
            )
        );
        await Done(secretariat.Revise(id, caller, Guid.NewGuid(), await Revision(id), later));
        await Done(
            secretariat.Revise(
                id,
                caller,
                Guid.NewGuid(),
                await Revision(id),
                later with
                {
                    VideoLink = "https://visio.example/mairie",
                }
            )
        );
        await Done(secretariat.Uninvite(id, caller, Guid.NewGuid(), asked[0].SeatId));
        await Done(secretariat.Invite(id, caller, Guid.NewGuid(), asked));
        await Done(secretariat.Cancel(id, caller, Guid.NewGuid(), "тривога"));
    }

    private async Task Done(Task<Secretariat.Result> command)
    {
        Assert.Null((await command).Refusal);
        await hall.Services.GetRequiredService<LetterSender>().SendDue(CancellationToken.None);
    }

    private async Task<long> Revision(Guid id) => (await hall.Log.Find(id))!.PlanRevision;

    private async Task<IReadOnlyList<(string Method, string Calendar)>> LettersTo(Guid meeting, Guid person)
    {
        await using var db = await hall.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        var sent = await db
            .Outbox.Where(m => m.MeetingId == meeting && m.PersonId == person)
            .OrderBy(m => m.AtSeq)
            .Select(m => m.Id)
            .ToListAsync();
        return [.. sent.Select(Part)];
    }

    private (string, string) Part(Guid letter)
    {
        using var mail = MimeMessage.Load(Path.Combine(hall.Folder, "outbox", $"{letter}.eml"));
        var part = mail.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar"));
        Assert.Equal("utf-8", part.ContentType.Charset, ignoreCase: true);
        return (part.ContentType.Parameters["method"]!, part.Text);
    }
}
