using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PluginHost.RehearsalServer;

/// <summary>
/// Who speaks: <c>telco~3</c> is the third token of telco. The network believes whoever names a handle; it knows which tokens have expired, as long as
/// it runs.
/// </summary>
internal sealed class Tokens
{
    private readonly ConcurrentDictionary<string, bool> _expired = new(StringComparer.Ordinal);
    private int _given;

    public string Give(string handle) => string.Create(CultureInfo.InvariantCulture, $"{handle}~{Interlocked.Increment(ref _given)}-{Environment.ProcessId}");

    public void Expire(string token) => _expired[token] = true;

    public bool IsGood(string token) => HandleOf(token).Length > 0 && !_expired.ContainsKey(token);

    public static string HandleOf(string token) => token.LastIndexOf('~') is var end and > 0 ? token[..end] : "";

    public static string Of(HttpRequest request)
    {
        const string Bearer = "Bearer ";
        var given = request.Headers.Authorization.ToString();
        return given.StartsWith(Bearer, StringComparison.Ordinal) ? given[Bearer.Length..] : "";
    }
}
