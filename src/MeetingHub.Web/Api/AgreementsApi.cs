using MeetingHub.Domain;
using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Meetings;
using MeetingHub.Web.Agreements;
using MeetingHub.Web.Agreements.Record;
using MeetingHub.Web.Log;
using MeetingHub.Web.People;
using MeetingHub.Web.Shared;
using MeetingHub.Web.Shared.Languages;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace MeetingHub.Web.Api;

public sealed record RewordIn(int BasedOn, WordingIn Wording);

public sealed record ConfirmIn(string Hash);

public sealed record NoteIn(string? Note = null);

/// <summary>The wording as both sides are to read it; text and owner by language.</summary>
public sealed record WordingIn(
    LocalText Text,
    Side OwnerSide,
    LocalText? Owner = null,
    LocalDate? Due = null,
    bool NeedsDeliberation = false
)
{
    public Wording Read() => Typed.Wording(new(Text, OwnerSide, Owner ?? LocalText.Empty, Due, NeedsDeliberation));
}

public static class AgreementsApi
{
    public static void MapAgreementsApi(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("").WithTags("Action items");
        all.MapGet("action-items", Register).WithSummary("Action items of all your partnerships");
        var items = all.MapGroup("meetings/{id:guid}/action-items");
        items.MapGet("", List).WithSummary("A meeting's action items");
        items.MapPost("", Propose).WithSummary("Propose an action item");
        items.MapPut("{itemId:guid}", Reword).WithSummary("Word it anew; both confirmations are dropped");
        items
            .MapPost(
                "{itemId:guid}/confirm",
                (Guid id, Guid itemId, ConfirmIn entry, ApiDoor d, MeetingLog log, HttpContext http, Texts t) =>
                    Do(id, itemId, d, log, http, t, (m, c) => Agreeing.Confirm(m, c, itemId, entry.Hash))
            )
            .WithSummary("Confirm a wording by its hash, as your side's representative");
        items
            .MapPost(
                "{itemId:guid}/done",
                (Guid id, Guid itemId, NoteIn entry, ApiDoor d, MeetingLog log, HttpContext http, Texts t) =>
                    Do(id, itemId, d, log, http, t, (m, c) => Agreeing.Finish(m, c, itemId, Typed.Note(entry.Note)))
            )
            .WithSummary("Done, with a note");
        Map(items, "withdraw", "Withdraw your side's confirmation", Agreeing.Withdraw);
        Map(items, "start", "Work has begun", Agreeing.Start);
        Map(items, "drop", "Drop it, when the other side does too", Agreeing.Drop);
        Map(items, "keep", "Keep it after all", Agreeing.KeepAfterAll);
        api.MapGet("meetings/{id:guid}/record", Record).WithTags("Record").WithSummary("The record of decisions");
    }

    private static void Map(
        RouteGroupBuilder items,
        string verb,
        string summary,
        Func<Meeting, Caller, Guid, Decision> decide
    ) =>
        items
            .MapPost(
                $"{{itemId:guid}}/{verb}",
                (Guid id, Guid itemId, ApiDoor d, MeetingLog log, HttpContext http, Texts t) =>
                    Do(id, itemId, d, log, http, t, (m, c) => decide(m, c, itemId))
            )
            .WithSummary(summary);

    private static async Task<Ok<IReadOnlyList<Register.Entry>>> Register(
        Register register,
        CurrentPerson current,
        Guid? partner,
        Guid? owner,
        string? status,
        string? side,
        bool overdue = false
    ) =>
        TypedResults.Ok<IReadOnlyList<Register.Entry>>([
            .. Agreements
                .Register.Filter(await register.Of(await current.Get()), new(partner, status, owner, overdue))
                .Where(e => side is null || Code.Of(e.Item.Wording.OwnerSide) == side),
        ]);

    private static async Task<Results<Ok<IReadOnlyList<ActionItem>>, ProblemHttpResult>> List(Guid id, ApiDoor door) =>
        await door.Enter(id) is { Meeting: { } meeting }
            ? TypedResults.Ok<IReadOnlyList<ActionItem>>(meeting.Items)
            : door.Nobody();

    private static Task<Results<Ok<ActionItem>, ProblemHttpResult>> Propose(
        Guid id,
        WordingIn wording,
        ApiDoor door,
        MeetingLog log,
        HttpContext http,
        Texts texts
    )
    {
        var item = http.Operation();
        return Do(id, item, door, log, http, texts, (m, c) => Agreeing.Propose(m, c, item, wording.Read()), item);
    }

    private static Task<Results<Ok<ActionItem>, ProblemHttpResult>> Reword(
        Guid id,
        Guid itemId,
        RewordIn entry,
        ApiDoor door,
        MeetingLog log,
        HttpContext http,
        Texts texts
    ) =>
        Do(
            id,
            itemId,
            door,
            log,
            http,
            texts,
            (m, c) => Agreeing.Reword(m, c, itemId, entry.BasedOn, entry.Wording.Read())
        );

    private static async Task<Results<Ok<ActionItem>, ProblemHttpResult>> Do(
        Guid id,
        Guid itemId,
        ApiDoor door,
        MeetingLog log,
        HttpContext http,
        Texts texts,
        Func<Meeting, Caller, Decision> decide,
        Guid? operation = null
    )
    {
        if (await door.Enter(id) is not { Caller: { } caller })
            return door.Nobody();
        var command = new Command(caller.PersonId, (m, _) => decide(m, caller))
        {
            Operation = operation ?? http.Operation(),
        };
        var outcome = await log.Do(id, command);
        var item = outcome.Meeting?.Item(itemId);
        return outcome.Refusal is { } no ? texts.Problem(no, item) : TypedResults.Ok(item!);
    }

    private static async Task<IResult> Record(Guid id, Records records, HttpContext http, Texts texts) =>
        await records.For(http, id) is { Source: var source }
            ? Results.Bytes(
                RecordJson.Write(source.Minutes, source.Names, source.Host, source.Partner, source.Decks),
                "application/json"
            )
            : texts.Problem(Refusal.NotFound);
}
