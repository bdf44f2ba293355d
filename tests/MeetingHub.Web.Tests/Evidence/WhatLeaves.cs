using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MeetingHub.Web.Tests.Decks.Out;
using Serilog.Core;
using Serilog.Events;
using Xunit;

namespace MeetingHub.Web.Tests.Evidence;

/// <summary>
/// Bytes that leave a community, taken apart as far as somebody who wants to know would: unpacked, decoded, and with the spaces out
/// of their numbers. Whoever adds a way out adds it here.
/// </summary>
internal sealed partial class WhatLeaves : ILogEventSink
{
    private readonly List<(string From, string Text)> texts = [];
    private readonly StringBuilder log = new();

    public int Count => texts.Count;

    public void Add(string from, string text)
    {
        foreach (var form in Forms(text))
            texts.Add((from, form));
        foreach (var data in DataAddress().Matches(text).Select(m => m.Groups["data"].Value))
            Add($"{from} data:", Convert.FromBase64String(data));
    }

    public void Add(string from, byte[] bytes)
    {
        if (bytes is [0x50, 0x4B, ..])
        {
            Unzip(from, bytes); // the rest of a zip is packed, and tells the time
            return;
        }

        texts.Add(($"{from} (hash)", HashOf(bytes)));
        if (bytes is [0x1F, 0x8B, ..])
            Add($"{from} gz", Whole(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)));
        else if (from.EndsWith(".br", StringComparison.Ordinal))
            Add(from[..^3], Whole(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress)));
        else if (bytes is [0x25, 0x50, 0x44, 0x46, ..])
            Add(from, Frozen.TextOf(bytes));
        Add(from, Encoding.UTF8.GetString(bytes));
    }

    /// <summary>A picture counts as what it is made of, too: under another name it would be the same picture.</summary>
    public static string HashOf(byte[] bytes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    /// <summary>Asks as this client, whatever the answer is; what was asked for is none of what leaves.</summary>
    public async Task Ask(HttpClient client, string path, HttpMethod? method = null, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path) { Content = content };
        using var answer = await client.SendAsync(request);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode is HttpStatusCode.Redirect)
            return; // to the sign-in, with the caller's own words in its address
        Assert.True((int)answer.StatusCode < 500, $"{path}: {answer.StatusCode}");
        Add($"{request.Method} {path}", bytes);
    }

    public void AddFolder(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Add(path, File.ReadAllBytes(path));
            texts.Add((folder, Path.GetFileName(path)));
        }
    }

    public void AddLog()
    {
        lock (log)
            Add("log", log.ToString());
    }

    public void HasNone(params string[] marks)
    {
        AddLog();
        Assert.NotEmpty(texts);
        foreach (var mark in marks)
        {
            var found = texts.Find(t => t.Text.Contains(mark, StringComparison.OrdinalIgnoreCase));
            Assert.True(found.From is null, $"{mark} leaves by {found.From}: {Around(found.Text, mark)}");
        }
    }

    private static string Around(string? text, string mark)
    {
        var at = text?.IndexOf(mark, StringComparison.OrdinalIgnoreCase) ?? 0;
        return text is null ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)];
    }

    /// <summary>All of it, to be compared with what leaves at another time.</summary>
    public IReadOnlyList<string> Everything() => [.. texts.Select(t => $"{t.From}\n{t.Text}")];

    public void Emit(LogEvent logEvent)
    {
        lock (log)
        {
            log.AppendLine(logEvent.RenderMessage(CultureInfo.InvariantCulture));
            foreach (var property in logEvent.Properties)
                log.AppendLine(CultureInfo.InvariantCulture, $"{property.Key}={property.Value}");
            log.AppendLine(logEvent.Exception?.ToString());
        }
    }

    private static IEnumerable<string> Forms(string text)
    {
        yield return text;
        var decoded = WebUtility.HtmlDecode(Escaped().Replace(text, Character));
        if (decoded != text)
            yield return decoded;
        // 77 312 345, 77,312,345 and 77.312.345 are one number.
        yield return string.Concat(
            decoded.Where(c => !char.IsWhiteSpace(c) && c is not ('.' or ',' or '\u00A0' or '\u202F'))
        );
        if (text.Contains('%', StringComparison.Ordinal))
            yield return Uri.UnescapeDataString(text);
    }

    private void Unzip(string from, byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
            Add($"{from}/{entry.FullName}", Whole(entry.Open()));
    }

    private static byte[] Whole(Stream stream)
    {
        using (stream)
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }

    private static string Character(Match escaped) =>
        (
            (char)int.Parse(escaped.Groups["code"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        ).ToString();

    [GeneratedRegex(@"\\u(?<code>[0-9a-fA-F]{4})", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"data:[a-z/+-]+;base64,(?<data>[A-Za-z0-9+/=]+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DataAddress();
}
