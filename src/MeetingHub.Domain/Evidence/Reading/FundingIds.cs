using System.Security.Cryptography;
using System.Text;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>
/// Ids for funding whose file has none: the same for the same project, party, kind, state, date and currency, so that an amount
/// that was corrected changes its row. Equal lines are told apart by their order in the file.
/// </summary>
internal sealed class FundingIds
{
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public string Next(params string?[] parts)
    {
        var key = string.Join('\u001F', parts.Select(p => p ?? ""));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
        var ordinal = seen[hash] = seen.GetValueOrDefault(hash) + 1;
        return ordinal == 1 ? $"f-{hash}" : $"f-{hash}-{ordinal}";
    }
}
