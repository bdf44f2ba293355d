using System.Diagnostics.CodeAnalysis;

namespace MeetingHub.Domain.Evidence.Reading;

/// <summary>The words that a column takes.</summary>
public interface IWords
{
    /// <summary>What they can mean; a file that is written for this column has the codes of these.</summary>
    IReadOnlyList<Enum> Values { get; }

    /// <summary>What is meant, or null for a word that is not known.</summary>
    Enum? Find(string text);
}

/// <summary>An enum by its codes and by the words that people write instead, in Ukrainian, French and English.</summary>
public sealed class Words<T> : IWords
    where T : struct, Enum
{
    private readonly Dictionary<string, T> values = new(StringComparer.Ordinal);

    internal Words(params (T Value, string[] Said)[] words)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            Take(Code.Of(value), value);
            Take(Spelling.Of(Code.Of(value)), value);
            Take(Spelling.Of(value.ToString()), value);
        }

        foreach (var (value, said) in words)
        foreach (var word in said)
            Take(Spelling.Of(word), value);
    }

    public IReadOnlyList<Enum> Values { get; } = [.. Enum.GetValues<T>().Cast<Enum>()];

    public Enum? Find(string text) => TryRead(text, out var value) ? value.Value : null;

    public bool TryRead(string text, [NotNullWhen(true)] out T? value)
    {
        value =
            values.TryGetValue(text, out var found) || values.TryGetValue(Spelling.Of(text), out found) ? found : null;
        return value is not null;
    }

    private void Take(string word, T value)
    {
        if (!values.TryAdd(word, value) && !values[word].Equals(value))
            throw new InvalidOperationException($"\"{word}\" would mean {values[word]} and {value}.");
    }
}
