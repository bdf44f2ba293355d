using CsCheck;
using MeetingHub.Domain.Meetings;
using MeetingHub.Domain.Meetings.Facts;
using Xunit;

namespace MeetingHub.Web.Tests.Scheduling;

/// <summary>What holds of the letters that anyone gets of a meeting, whatever its secretaries do (RFC 5546 section 2.1.4 and 2.1.5).</summary>
public class AnyCorrespondenceTests
{
    private const int Times = 150;

    [Fact]
    public void The_UID_is_the_same_for_everyone_and_for_ever() =>
        Ended(all =>
            Assert.True(
                all.People.SelectMany(p => all.MailboxOf(p.Id).Letters)
                    .Select(l => l.Uid)
                    .Distinct(StringComparer.Ordinal)
                    .Count() == 1
            )
        );

    [Fact]
    public void The_stamp_rises_strictly_for_each_reader() =>
        Pairwise((earlier, later) => Assert.True(later.Stamp > earlier.Stamp, $"{earlier} {later}"));

    [Fact]
    public void The_sequence_never_falls_and_rises_with_any_new_time_and_every_cancellation() =>
        Pairwise(
            (earlier, later) =>
            {
                Assert.True(later.Sequence >= earlier.Sequence, $"{earlier} {later}");
                if (later.Times != earlier.Times || later.IsCancellation)
                    Assert.True(later.Sequence > earlier.Sequence, $"{earlier} {later}");
            }
        );

    [Fact]
    public void A_meeting_comes_back_after_a_cancellation_by_a_higher_sequence_alone() =>
        Pairwise(
            (earlier, later) =>
                Assert.True(!earlier.IsCancellation || later.Sequence > earlier.Sequence, $"{earlier} {later}")
        );

    // Who was let in at the door after all is told that the meeting is cancelled, though their calendar has none.
    [Fact]
    public void Nobody_is_told_twice_that_it_is_cancelled_but_who_was_let_in_at_the_door() =>
        AnyCorrespondence
            .Steps.Select(steps => steps.Where(s => s.Command != AnyCorrespondence.LetIn).ToArray())
            .Sample(
                steps =>
                    EachPair(
                        AnyCorrespondence.Of(steps),
                        (earlier, later) => Assert.False(earlier.IsCancellation && later.IsCancellation)
                    ),
                iter: Times
            );

    [Fact]
    public void Whoever_is_asked_no_longer_is_told_so_alone() =>
        Always(
            (all, told) =>
            {
                if (told.Facts.OfType<PersonUninvited>().FirstOrDefault() is not { } fact)
                    return;
                var (person, letter) = Assert.Single(told.Letters);
                Assert.Equal(all.Meeting.Seats[fact.SeatId].PersonId, person);
                Assert.True(letter.IsCancellation);
            }
        );

    [Fact]
    public void A_change_is_told_to_everyone_asked_and_to_nobody_else() =>
        Always(
            (all, told) =>
            {
                if (!told.Facts.Any(f => f is MeetingRescheduled or MeetingDetailsChanged or MeetingCancelled))
                    return;
                var seated = told.Before.Seats.Values.Where(s => !s.IsRemoved).Select(s => s.PersonId);
                Assert.Equal(seated.Order(), told.Letters.Keys.Order());
                var isOver = told.Facts.Any(f => f is MeetingCancelled);
                Assert.All(told.Letters.Values, l => Assert.Equal(isOver, l.IsCancellation));
            }
        );

    [Fact]
    public void Each_calendar_ends_up_with_the_meeting_as_it_stands_or_without_it() =>
        Always(
            (all, _) =>
            {
                foreach (var person in all.People.Where(p => !all.Untold.Contains(p.Id)))
                {
                    var comes = all.Meeting.SeatOf(person.Id) is { IsRemoved: false };
                    var stands = comes && all.Meeting.Status != MeetingStatus.Cancelled;
                    var mailbox = all.MailboxOf(person.Id);
                    Assert.Equal(stands ? mailbox.Letters[^1].Times : null, mailbox.Shown);
                }
            }
        );

    [Fact]
    public void Asking_a_whole_council_does_not_date_its_invitations_ahead() =>
        Always(
            (_, told) =>
            {
                if (told.Before.Seq == 0)
                    Assert.All(told.Letters.Values, l => Assert.Equal(AnyCorrespondence.Begin, l.Stamp));
            }
        );

    [Fact]
    public void The_plays_are_varied_enough_to_mean_something()
    {
        var (cancelled, back, moved) = (0, 0, 0);
        AnyCorrespondence.Steps.Sample(
            steps =>
            {
                var all = AnyCorrespondence.Of(steps);
                var letters = all.People.Select(p => all.MailboxOf(p.Id).Letters).ToList();
                cancelled += all.Meeting.Status == MeetingStatus.Cancelled ? 1 : 0;
                back += letters.Count(l => l.Zip(l.Skip(1)).Any(p => p.First.IsCancellation));
                moved += letters.Count(l => l.Select(x => x.Times).Distinct(StringComparer.Ordinal).Count() > 2);
            },
            iter: 300,
            threads: 1
        );
        Assert.True(cancelled > 30 && back > 100 && moved > 100, $"{cancelled}, {back}, {moved}");
    }

    private static void Pairwise(Action<Received, Received> holds) => Ended(all => EachPair(all, holds));

    private static void EachPair(AnyCorrespondence all, Action<Received, Received> holds)
    {
        foreach (var letters in all.People.Select(p => all.MailboxOf(p.Id).Letters))
        {
            foreach (var (earlier, later) in letters.Zip(letters.Skip(1)))
                holds(earlier, later);
        }
    }

    private static void Ended(Action<AnyCorrespondence> holds) =>
        AnyCorrespondence.Steps.Sample(steps => holds(AnyCorrespondence.Of(steps)), iter: Times);

    private static void Always(Action<AnyCorrespondence, Told> holds) =>
        AnyCorrespondence.Steps.Sample(steps => _ = AnyCorrespondence.Of(steps, holds), iter: Times);
}
