using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeetingHub.Domain.Languages;

/// <summary>Writes a <see cref="LocalText"/> as a plain object, <c>{"fr":"…","uk":"…"}</c>, languages in code order.</summary>
public sealed class LocalTextJson : JsonConverter<LocalText>
{
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalText.Of(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value.Texts)
            writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}
