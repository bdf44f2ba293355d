using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Evidence;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

/// <summary>Nobody alone lets be shown what was guarded, by whatever door they come.</summary>
public sealed class ReleaseTests : IAsyncLifetime
{
    private readonly App app = new();
    private Person secretary = null!;
    private Person head = null!;
    private Guid izium;

    public async ValueTask InitializeAsync()
    {
        secretary = await app.PersonOf(App.Secretary);
        head = await app.PersonOf(App.Head);
        izium = secretary.CommunityId!.Value;
        await Book.Write(izium, secretary.Id, "import", [Substation]);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_second_person_lets_a_row_be_shown_and_the_history_names_them()
    {
        await Ask();
        Assert.DoesNotContain(await Shown(), d => d.Id == "E-1");

        Assert.Null(await Desk.Confirm(izium, head, (await Waiting()).Id));

        Assert.Contains(await Shown(), d => d.Id == "E-1");
        var last = (await Book.History(izium, Register.Damages, "E-1"))[0];
        Assert.Equal((head.Id, "release"), (last.By, last.Way));
        Assert.True(await app.Ask(db => db.Audit.AnyAsync(a => a.What == "release_asked" && a.By == secretary.Id)));
        Assert.True(await app.Ask(db => db.Audit.AnyAsync(a => a.What == "release_decided" && a.By == head.Id)));
    }

    [Fact]
    public async Task What_a_row_said_while_it_was_restricted_stays_with_those_who_answer_for_it()
    {
        var coarse = Substation with { Point = null, PublicPlace = "громада" };
        await Book.Write(izium, secretary.Id, "import", [coarse]);
        await Book.Write(izium, secretary.Id, "import", [coarse with { Access = Access.Open }]);
        Assert.Null(await Desk.Confirm(izium, head, (await Waiting()).Id));
        var row = (await Book.Find(izium, Register.Damages, "E-1"))!;
        var member = await app.PersonOf(App.Interpreter);

        Assert.Equal(3, (await Book.HistoryFor(head, row)).Count);
        Assert.Equal(["release"], (await Book.HistoryFor(member, row)).Select(c => c.Way));
    }

    [Fact]
    public async Task Asked_again_there_is_one_request_and_the_first_cannot_be_confirmed_any_more()
    {
        await Ask();
        var first = await Waiting();
        await Ask();
        await Book.Write(izium, secretary.Id, "import", [Substation with { Access = Access.Open }]);

        var last = await Waiting();
        Assert.NotEqual(first.Id, last.Id);
        Assert.Equal(Refusal.AlreadyDecided, await Desk.Confirm(izium, head, first.Id));
        Assert.Null(await Desk.Confirm(izium, head, last.Id));
        Assert.Contains(await Shown(), d => d.Id == "E-1");
    }

    [Fact]
    public async Task Who_asked_cannot_confirm()
    {
        await Ask();

        Assert.Equal(Refusal.SecondPersonNeeded, await Desk.Confirm(izium, secretary, (await Waiting()).Id));
        Assert.DoesNotContain(await Shown(), d => d.Id == "E-1");
    }

    [Fact]
    public async Task An_account_that_the_asker_opened_is_no_second_person()
    {
        await Ask();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
            await accounts.InviteToAccount(head.Id, secretary.Id);
            Assert.Equal(Refusal.SecondPersonDependent, await Desk.Confirm(izium, head, (await Waiting()).Id));
            Assert.DoesNotContain(await Shown(), d => d.Id == "E-1");

            // Somebody else has given them another link: whoever made the first does not know the new password.
            await accounts.InviteToAccount(head.Id, (await app.PersonOf(App.PartnerHead)).Id);
        }

        Assert.Null(await Desk.Confirm(izium, head, (await Waiting()).Id));
        Assert.Contains(await Shown(), d => d.Id == "E-1");
    }

    [Fact]
    public async Task The_other_community_and_a_mere_member_cannot_confirm()
    {
        await Ask();
        var (partner, interpreter) = (await app.PersonOf(App.PartnerHead), await app.PersonOf(App.Interpreter));

        Assert.Equal(Refusal.NotFound, await Desk.Confirm(partner.CommunityId!.Value, partner, (await Waiting()).Id));
        Assert.Equal(Refusal.NotAllowed, await Desk.Confirm(izium, partner, (await Waiting()).Id));
        Assert.Equal(Refusal.NotAllowed, await Desk.Confirm(izium, interpreter, (await Waiting()).Id));
    }

    [Fact]
    public async Task A_row_changed_after_it_was_asked_about_is_not_released()
    {
        await Ask();
        var row = (await Book.Find(izium, Register.Damages, "E-1"))!;
        var renamed = ((Damage)RegisterBook.Entry(row)) with { Name = LocalText.Of(("uk", "Інше")) };
        await Book.Save(izium, secretary.Id, "edit", renamed, row.Revision);

        Assert.Equal(Refusal.ChangedMeanwhile, await Desk.Confirm(izium, head, (await Waiting()).Id));
        Assert.DoesNotContain(await Desk.Waiting(izium), r => r.Key == "E-1");
        Assert.DoesNotContain(await Shown(), d => d.Id == "E-1");
    }

    [Fact]
    public async Task An_import_that_asks_for_more_leaves_the_row_guarded_and_asks_a_second_person()
    {
        var written = await Book.Write(izium, secretary.Id, "import", [Substation with { Access = Access.Open }]);

        Assert.Equal(["E-1"], written.AwaitRelease);
        Assert.DoesNotContain(await Shown(), d => d.Id == "E-1");
        Assert.Equal(Access.Open, (await Waiting()).Access);
    }

    [Fact]
    public async Task A_row_taken_out_and_brought_again_as_open_stays_guarded()
    {
        var school = School with { Access = Access.Restricted };
        await Book.Write(izium, secretary.Id, "import", [school]);
        await Book.Remove(izium, secretary.Id, Register.Damages, "S-1", 1);

        await Book.Write(izium, secretary.Id, "import", [School]);

        Assert.DoesNotContain(await Shown(), d => d.Id == "S-1");
    }

    [Fact]
    public async Task Going_back_in_the_history_opens_nothing()
    {
        await Book.Write(izium, secretary.Id, "import", [School]);
        await Book.Save(izium, secretary.Id, "edit", School with { Access = Access.Restricted }, 1);

        var saved = await Book.Restore(izium, secretary.Id, Register.Damages, "S-1", 1);

        Assert.True(saved.AwaitsRelease);
        Assert.DoesNotContain(await Shown(), d => d.Id == "S-1");
    }

    [Fact]
    public async Task Guarding_a_row_more_is_done_at_once()
    {
        await Book.Write(izium, secretary.Id, "import", [School]);
        Assert.Contains(await Shown(), d => d.Id == "S-1");

        await Book.Save(izium, secretary.Id, "edit", School with { Access = Access.Restricted }, 1);

        Assert.DoesNotContain(await Shown(), d => d.Id == "S-1");
    }

    [Fact]
    public async Task Of_two_edits_of_one_revision_the_second_is_told_and_writes_nothing()
    {
        await Book.Write(izium, secretary.Id, "import", [School]);
        await Book.Save(izium, secretary.Id, "edit", School with { ObjectType = "школа" }, 1);

        var second = await Book.Save(izium, head.Id, "edit", School with { ObjectType = "ліцей" }, 1);

        Assert.Equal(Refusal.ChangedMeanwhile, second.Refusal);
        Assert.Equal("школа", ((Damage)RegisterBook.Entry(second.Row!)).ObjectType);
    }

    private static Damage Substation =>
        new()
        {
            Id = "E-1",
            Sector = Sector.Energy,
            Access = Access.Restricted,
            Name = LocalText.Of(("uk", "Підстанція")),
        };

    private static Damage School =>
        new()
        {
            Id = "S-1",
            Sector = Sector.EducationScience,
            Name = LocalText.Of(("uk", "Школа")),
        };

    private RegisterBook Book => app.Services.GetRequiredService<RegisterBook>();
    private ReleaseDesk Desk => app.Services.GetRequiredService<ReleaseDesk>();

    private Task<Refusal?> Ask() =>
        Desk.Ask(izium, secretary.Id, Register.Damages, "E-1", Access.Open, null, "рішення ради оборони");

    private async Task<ReleaseRow> Waiting() => Assert.Single(await Desk.Waiting(izium), r => r.Key == "E-1");

    private async Task<IReadOnlyList<Damage>> Shown() => (await Book.Public(izium)).Damages;
}
