using System.Security.Cryptography;
using System.Text;

namespace MeetingHub.Web.Api;

/// <summary>
/// What a request says, as a hash. Of a form the parts count, not the bytes: a client draws a new boundary between them each
/// time that it sends the same form.
/// </summary>
public static class RequestHash
{
    private const int KeptInMemory = 64 * 1024;

    public static async Task<string> Of(HttpRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, $"{request.Method} {request.Path}{request.QueryString}");
        Add(hash, (string?)request.Headers.IfMatch ?? "");
        if (request.HasFormContentType)
            await AddForm(hash, request);
        else
        {
            request.EnableBuffering(KeptInMemory);
            await Add(hash, request.Body);
            request.Body.Position = 0;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task AddForm(IncrementalHash hash, HttpRequest request)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException broken)
        {
            throw new BadHttpRequestException(broken.Message, broken);
        }

        foreach (var (name, value) in form)
            Add(hash, $"{name}={value}");
        foreach (var file in form.Files)
        {
            Add(hash, $"{file.Name} {file.FileName} {file.Length}");
            await using var content = file.OpenReadStream();
            await Add(hash, content);
        }
    }

    private static void Add(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));

    private static async Task Add(IncrementalHash hash, Stream content) =>
        hash.AppendData(await SHA256.HashDataAsync(content));
}
