namespace MeetingHub.Web.Calendar.Reading;

/// <summary>One component of a calendar that we wrote, as its lines say it.</summary>
internal sealed record IcsPart(string Name, List<IcsLine> Lines, List<IcsPart> Parts)
{
    public static IcsPart Parse(string ics)
    {
        var open = new Stack<IcsPart>([new IcsPart("", [], [])]);
        foreach (var text in ics.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            if (text.Length == 0)
                continue;
            var line = IcsLine.Parse(text);
            if (line.Name == "BEGIN")
            {
                var part = new IcsPart(line.Value, [], []);
                open.Peek().Parts.Add(part);
                open.Push(part);
            }
            else if (line.Name == "END")
                open.Pop();
            else
                open.Peek().Lines.Add(line);
        }

        return open.Pop().Parts.Single();
    }

    public IEnumerable<IcsPart> Called(string name) => Parts.Where(p => p.Name == name);

    public IcsLine One(string name) => Lines.Single(l => l.Name == name);

    public IcsLine? Any(string name) => Lines.SingleOrDefault(l => l.Name == name);
}

/// <summary>One unfolded line. Of its parameters only the zone matters here.</summary>
internal sealed record IcsLine(string Name, string? Zone, string Value)
{
    public static IcsLine Parse(string line)
    {
        var isQuoted = false;
        var at = 0;
        for (; line[at] != ':' || isQuoted; at++)
            isQuoted ^= line[at] == '"';
        var head = line[..at].Split(';');
        var zone = head.FirstOrDefault(p => p.StartsWith("TZID=", StringComparison.Ordinal));
        return new IcsLine(head[0], zone?["TZID=".Length..].Trim('"'), line[(at + 1)..]);
    }
}
