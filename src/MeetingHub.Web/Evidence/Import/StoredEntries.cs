using System.Collections;
using MeetingHub.Domain.Evidence;

namespace MeetingHub.Web.Evidence.Import;

/// <summary>Entries on the disk, one to a line.</summary>
internal sealed class StoredEntries(string path, Register register, int count) : IReadOnlyCollection<IEntry>
{
    public int Count => count;

    public IEnumerator<IEntry> GetEnumerator() =>
        File.ReadLines(path).Select(line => RegisterBook.Entry(register, line)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
