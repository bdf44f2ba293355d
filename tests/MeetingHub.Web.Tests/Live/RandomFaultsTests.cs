using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Data;
using MeetingHub.Web.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Live;

public class RandomFaultsTests(ITestOutputHelper output)
{
    /// <summary>
    /// Messages are lost, doubled and swapped, lines are cut, the server is stopped and started on the same data: whatever happened,
    /// everyone ends at the same number with the same state, folded by the browser's own code.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20_220_910)]
    [InlineData(94_019)]
    public async Task After_any_faults_all_clients_see_the_same(int seed)
    {
        output.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        var folder = Directory.CreateTempSubdirectory("hall-").FullName;
        var hall = new Hall(folder, keeps: true);
        var meeting = await hall.DemoMeeting();
        List<Phone> phones = [];
        foreach (var (side, role) in Cast)
            phones.Add(
                await Phone.Connect(
                    hall,
                    meeting,
                    await hall.LinkFor(meeting, Hall.Someone(meeting, side, role)),
                    new Random(seed + phones.Count)
                )
            );

        for (var turn = 0; turn < 60; turn++)
        {
            if (turn is 20 or 40)
            {
                hall.Dispose();
                hall = new Hall(folder, keeps: true);
                foreach (var phone in phones)
                    await phone.ComeBack(hall);
            }

            await Act(phones, hall, chance);
            if (chance.Next(6) == 0)
                await phones[chance.Next(phones.Count)].ComeBack(hall);
        }

        var truth = (await hall.DemoMeeting())!;
        var expected = hall.Services.GetRequiredService<LiveViews>().Of(truth).Fingerprint;
        foreach (var phone in phones)
        {
            await phone.Mend();
            truth = await hall.DemoMeeting();
            expected = hall.Services.GetRequiredService<LiveViews>().Of(truth).Fingerprint;
            Assert.Equal(hall.Services.GetRequiredService<Epoch>().Current, phone.Fold.Epoch);
            Assert.Equal(expected, phone.Fold.Fingerprint);
        }

        output.WriteLine($"{truth.Seq} facts, {phones.Sum(p => p.Faults)} faults, {phones.Sum(p => p.Mended)} repairs");
        Assert.True(truth.Questions.Count + truth.Items.Count > 5);
        Assert.True(phones.Sum(p => p.Faults) > 20);
        hall.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static readonly (Side, SeatRole)[] Cast =
    [
        (Side.Host, SeatRole.Head),
        (Side.Partner, SeatRole.Head),
        (Side.Partner, SeatRole.Participant),
    ];

    private static async Task Act(List<Phone> phones, Hall hall, Random chance)
    {
        var meeting = await hall.DemoMeeting();
        var (head, maire, guest) = (phones[0], phones[1], phones[2]);
        var secretary = Hall.Secretary(meeting, Side.Host);
        switch (chance.Next(8))
        {
            case 0:
                await head.Ask("TakeSlides");
                break;
            case 1 or 2:
                var slide = meeting.Deck!.Slides[chance.Next(meeting.Deck.Slides.Count)];
                await head.Ask("ShowSlide", meeting.Fence, slide.Id, chance.Next(slide.Steps + 1));
                break;
            case 3:
                await guest.Ask("Ask", "fr", $"Question {chance.Next()} ?");
                break;
            case 4 when meeting.Questions.Count > 0:
                await maire.Ask(
                    "Upvote",
                    meeting.Questions[chance.Next(meeting.Questions.Count)].Id,
                    chance.Next(2) == 0
                );
                break;
            case 5:
                await hall.Log.Do(
                    meeting.Id,
                    new Log.Command(
                        secretary.PersonId,
                        (m, _) => Agreeing.Propose(m, secretary, Guid.NewGuid(), Words(chance))
                    )
                );
                break;
            case 6 when meeting.Items.Count > 0:
                var item = meeting.Items[chance.Next(meeting.Items.Count)];
                await (chance.Next(2) == 0 ? head : maire).Ask("ConfirmItem", item.Id, item.Hash);
                break;
            case 7 when meeting.Items.Count > 0:
                var old = meeting.Items[chance.Next(meeting.Items.Count)];
                await hall.Log.Do(
                    meeting.Id,
                    new Log.Command(
                        secretary.PersonId,
                        (m, _) => Agreeing.Reword(m, secretary, old.Id, old.Revision, Words(chance))
                    )
                );
                break;
        }
    }

    private static Wording Words(Random chance) =>
        new(
            LocalText.Of(("uk", $"Зробити {chance.Next()}"), ("fr", $"Faire {chance.Next()}")),
            Side.Host,
            LocalText.Of(("uk", "відділ"), ("fr", "service")),
            null,
            false
        );

    /// <summary>A client on a bad line.</summary>
    private sealed class Phone(Guid meeting, string secret, Random chance)
    {
        private readonly Lock gate = new();
        private HubConnection connection = null!;
        private Told? held;

        public BrowserFold Fold { get; } = new();
        public int Faults { get; private set; }
        public int Mended { get; private set; }

        public static async Task<Phone> Connect(Hall hall, Meeting meeting, string secret, Random chance)
        {
            var phone = new Phone(meeting.Id, secret, chance);
            await phone.ComeBack(hall);
            return phone;
        }

        public async Task ComeBack(Hall hall)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
                Faults++;
            }

            connection = Visitor.Build(hall.Address, meeting, secret);
            connection.On<Told>("Happened", Hear);
            await connection.StartAsync();
            await Join();
        }

        public async Task<Receipt> Ask(string method, params object?[] rest)
        {
            if (Fold.HasGap)
                await Mend();
            return await connection.InvokeCoreAsync<Receipt>(method, [Guid.NewGuid(), .. rest]);
        }

        public async Task Mend()
        {
            Mended++;
            await Join();
        }

        private async Task Join()
        {
            var joined = await connection.InvokeAsync<Joined>(
                "Join",
                Fold.Epoch,
                Fold.Epoch is null ? (long?)null : Fold.Seq
            );
            Assert.True(joined.Ok, joined.Refusal?.Code);
            lock (gate)
            {
                held = null;
                Fold.Enter(joined);
            }
        }

        private void Hear(Told told)
        {
            lock (gate)
            {
                switch (chance.Next(10))
                {
                    case 0:
                        Faults++; // lost
                        return;
                    case 1:
                        Faults++; // doubled
                        Fold.Hear(told);
                        break;
                    case 2 when held is null:
                        Faults++; // comes after the next
                        held = told;
                        return;
                }

                Fold.Hear(told);
                if (held is { } late)
                    Fold.Hear(late);
                held = null;
            }
        }
    }
}
