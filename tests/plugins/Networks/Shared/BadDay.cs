using System.Globalization;
using System.Text;

namespace PluginHost.Testing;

/// <summary>What becomes of one request to a <see cref="BadServer"/>.</summary>
internal sealed class BadDay
{
    private BadDay(Func<HeardRequest, Stream, CancellationToken, Task<bool>> @do) => Do = @do;

    /// <summary>Answers, or does not. False: the connection is cut.</summary>
    public Func<HeardRequest, Stream, CancellationToken, Task<bool>> Do { get; }

    /// <summary>The request was read, and perhaps done, and the connection is cut: nobody knows.</summary>
    public static BadDay CutAfterRequest { get; } = new((_, _, _) => Task.FromResult(false));

    /// <summary>Never answers, and keeps the connection.</summary>
    public static BadDay Silence { get; } = new(async (_, _, cancel) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        return false;
    });

    public static BadDay Json(string json) => Answer(200, json);

    public static BadDay Answer(int status, string body, params string[] headers) => new(async (request, stream, cancel) =>
    {
        await WriteAsync(stream, Head(status, body.Length == 0 ? 0 : Encoding.UTF8.GetByteCount(body), "application/json", headers) + (request.Method == "HEAD" ? "" : body), cancel);
        return true;
    });

    /// <summary>An answer in order, whose JSON ends in the middle.</summary>
    public static BadDay HalfJson(string json) => Answer(200, json[..(json.Length / 2)]);

    /// <summary>An answer that says how long it is, and breaks off in its middle.</summary>
    public static BadDay CutInside(string json) => new(async (_, stream, cancel) =>
    {
        await WriteAsync(stream, Head(200, Encoding.UTF8.GetByteCount(json), "application/json", []) + json[..(json.Length / 2)], cancel);
        return false;
    });

    /// <summary>A page of whoever stands before the server: a proxy, a hotel.</summary>
    public static BadDay Html(int status) => new(async (_, stream, cancel) =>
    {
        const string Page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>Welcome to the hotel</h1></body></html>";
        await WriteAsync(stream, Head(status, Page.Length, "text/html; charset=utf-8", []) + Page, cancel);
        return true;
    });

    public static BadDay RedirectTo(string address) => Answer(302, "", $"Location: {address}");

    /// <summary>Too many requests. Seconds, or a date, or null where it does not say when.</summary>
    public static BadDay TooMany(string? retryAfter, params string[] headers) =>
        Answer(429, """{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}""", retryAfter is null ? headers : [.. headers, $"Retry-After: {retryAfter}"]);

    /// <summary>Does what was asked, and then answers as if it had not, or not at all.</summary>
    public static BadDay Done(Action<HeardRequest> effect, BadDay then) => new((request, stream, cancel) =>
    {
        effect(request);
        return then.Do(request, stream, cancel);
    });

    /// <summary>A server whose clock shows something else: an answer with a <c>Date</c>.</summary>
    public static BadDay By(DateTimeOffset itsClock, int status, string body) => Answer(status, body, $"Date: {itsClock.ToString("r", CultureInfo.InvariantCulture)}");

    /// <summary>Answers nobody who does not say what they are.</summary>
    public static BadDay WithAgent(BadDay then) => new((request, stream, cancel) =>
        (string.IsNullOrWhiteSpace(request.Headers.GetValueOrDefault("User-Agent")) ? Answer(418, """{"error":"User-Agent required"}""") : then).Do(request, stream, cancel));

    /// <summary>An answer whose content comes a byte a second, by a clock.</summary>
    public static BadDay ByteByByte(string json, TimeProvider clock) => new(async (_, stream, cancel) =>
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        await WriteAsync(stream, Head(200, bytes.Length, "application/json", []), cancel);
        for (var i = 0; i < bytes.Length; i++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), clock, cancel);
            await stream.WriteAsync(bytes.AsMemory(i, 1), cancel);
            await stream.FlushAsync(cancel);
        }

        return true;
    });

    private static string Head(int status, int length, string type, string[] headers)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {(status < 400 ? "Fine" : "Trouble")}\r\nContent-Type: {type}\r\nContent-Length: {length}\r\n");
        return headers.Aggregate(head, (all, header) => $"{all}{header}\r\n") + "\r\n";
    }

    private static async Task WriteAsync(Stream stream, string text, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await stream.FlushAsync(cancel);
    }
}
