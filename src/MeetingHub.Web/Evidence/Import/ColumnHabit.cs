using MeetingHub.Domain.Evidence;
using MeetingHub.Domain.Evidence.Reading;
using MeetingHub.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>What a community's people once said that a header or a word means: its next file of the kind is not asked about again.</summary>
public sealed class ColumnHabit
{
    public required Guid CommunityId { get; init; }
    public required Register Register { get; init; }

    /// <summary>The header's spelling, or a word as <see cref="MeetingHub.Domain.Evidence.Reading.OwnWords.KeyOf"/> writes it.</summary>
    public required string Header { get; init; }

    /// <summary>A column of the register, or empty for "not taken"; of a word the code of what it means.</summary>
    public required string Column { get; set; }
}

/// <summary>Remembers what headers and words mean, community by community.</summary>
public sealed class ColumnHabits(IDbContextFactory<HubDb> databases)
{
    private const int Longest = 300;

    public async Task<IReadOnlyDictionary<string, string>> Of(Guid communityId, Register register)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db
            .ColumnHabits.Where(h => h.CommunityId == communityId && h.Register == register)
            .ToDictionaryAsync(h => h.Header, h => h.Column);
    }

    public async Task Keep(Guid communityId, Register register, IReadOnlyDictionary<string, string> said)
    {
        await using var db = await databases.CreateDbContextAsync();
        var known = await db
            .ColumnHabits.Where(h => h.CommunityId == communityId && h.Register == register)
            .ToDictionaryAsync(h => h.Header);
        foreach (var (header, column) in said.Where(s => s.Key.Length is > 0 and <= Longest && HeaderKey.Lasts(s.Key)))
        {
            if (known.TryGetValue(header, out var habit))
                habit.Column = column;
            else
                db.ColumnHabits.Add(
                    new ColumnHabit
                    {
                        CommunityId = communityId,
                        Register = register,
                        Header = header,
                        Column = column,
                    }
                );
        }

        await db.SaveChangesAsync();
    }
}
