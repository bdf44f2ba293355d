using System.Net;
using System.Net.Http.Headers;
using NodaTime;

namespace MeetingHub.Web.Shared.Fetching;

/// <summary>What came of asking a server.</summary>
public abstract record Fetched
{
    /// <summary>The body is there for a success alone, whole and within the limit.</summary>
    public sealed record Reply(
        HttpStatusCode Status,
        byte[] Body,
        string? MediaType,
        Validators Validators,
        Duration? MaxAge,
        Duration? RetryAfter
    ) : Fetched
    {
        /// <summary>What a status that is no success means.</summary>
        public FetchFault Fault =>
            (int)Status is >= 400 and < 500
            && Status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests)
                ? FetchFault.Refused
                : FetchFault.NotReachable;
    }

    public sealed record Failed(FetchFault Why) : Fetched;
}

/// <summary>By what a server recognises that we have its latest version already (RFC 9110, 8.8).</summary>
public sealed record Validators(EntityTagHeaderValue? Tag, DateTimeOffset? LastModified)
{
    public void AddTo(HttpRequestMessage request)
    {
        if (Tag is not null)
            request.Headers.IfNoneMatch.Add(Tag);
        request.Headers.IfModifiedSince = LastModified;
    }
}
