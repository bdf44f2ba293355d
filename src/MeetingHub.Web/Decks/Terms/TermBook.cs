using MeetingHub.Domain.Languages;
using MeetingHub.Domain.Terms;
using MeetingHub.Web.Data;
using MeetingHub.Web.Decks.Out.Pack;
using MeetingHub.Web.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace MeetingHub.Web.Decks.Terms;

/// <summary>
/// The terms that a community has agreed with its translators. One that has never opened its book finds the packaged terms in it.
/// </summary>
public sealed class TermBook(IDbContextFactory<HubDb> databases, AuditTrail audit, IClock clock) : ITermBook
{
    public async Task<IReadOnlyList<Term>> Of(Guid communityId, CancellationToken stop = default) =>
        [.. (await Rows(communityId)).Select(r => new Term(r.Words, r.Note))];

    public async Task<IReadOnlyList<TermRow>> Rows(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (!await db.Terms.AnyAsync(t => t.CommunityId == communityId))
            await Begin(communityId);
        var rows = await db.Terms.AsNoTracking().Where(t => t.CommunityId == communityId && !t.IsRemoved).ToListAsync();
        return
        [
            .. rows.OrderBy(
                r => r.Words.In(Language.Ukrainian),
                StringComparer.Create(UkrainianOrder, ignoreCase: true)
            ),
        ];
    }

    /// <summary>A null key makes a new one. False when there is no such term.</summary>
    public async Task<bool> Save(Guid communityId, string? key, Term term, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = key is null ? New(db, communityId) : await db.Terms.FindAsync(communityId, key);
        if (row is null or { IsRemoved: true })
            return false;
        Write(row, term, by);
        audit.Note(db, by, "term_saved", row.Key);
        await db.SaveChangesAsync();
        return true;
    }

    public async Task Remove(Guid communityId, string key, Guid by)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Terms.FindAsync(communityId, key) is not { } row)
            return;
        row.IsRemoved = true;
        audit.Note(db, by, "term_removed", key);
        await db.SaveChangesAsync();
    }

    /// <summary>A term with the same word in the first of its languages is written over; the others come in addition.</summary>
    public async Task<(int New, int Changed)> Import(Guid communityId, IReadOnlyList<Term> terms, Guid by)
    {
        await Rows(communityId);
        await using var db = await databases.CreateDbContextAsync();
        var known = await db.Terms.Where(t => t.CommunityId == communityId && !t.IsRemoved).ToListAsync();
        var (added, changed) = (0, 0);
        foreach (var term in terms)
        {
            var row = known.Find(r => IsSame(r.Words, term.Words));
            if (row is not null && row.Words.Equals(term.Words) && row.Note == term.Note)
                continue;
            if (row is null)
            {
                known.Add(row = New(db, communityId));
                added++;
            }
            else
                changed++;
            Write(row, term, by);
        }

        audit.Note(db, by, "terms_imported", $"{added} {changed}");
        await db.SaveChangesAsync();
        return (added, changed);
    }

    private static readonly System.Globalization.CultureInfo UkrainianOrder =
        System.Globalization.CultureInfo.GetCultureInfo("uk");

    private async Task Begin(Guid communityId)
    {
        await using var db = await databases.CreateDbContextAsync();
        foreach (var (number, term) in TermFile.Packaged().Index())
        {
            // The same keys whoever comes first: of two who open the book at once, one writes it.
            var row = new TermRow { CommunityId = communityId, Key = $"packaged-{number}" };
            Write(row, term, null);
            db.Terms.Add(row);
        }

        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.Terms.AsNoTracking().Any(t => t.CommunityId == communityId)) { }
    }

    private static bool IsSame(LocalText a, LocalText b) =>
        Language.All.FirstOrDefault(l => a.Has(l) && b.Has(l)) is { } first
        && string.Equals(a.Exactly(first), b.Exactly(first), StringComparison.OrdinalIgnoreCase);

    private static TermRow New(HubDb db, Guid communityId)
    {
        var row = new TermRow { CommunityId = communityId, Key = Guid.CreateVersion7().ToString("N") };
        db.Terms.Add(row);
        return row;
    }

    private void Write(TermRow row, Term term, Guid? by) =>
        (row.Words, row.Note, row.UpdatedBy, row.UpdatedAt) = (term.Words, term.Note, by, clock.GetCurrentInstant());
}
