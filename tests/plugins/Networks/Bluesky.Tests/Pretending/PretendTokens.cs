using System.Text;
using System.Text.Json.Nodes;

namespace PluginHost.Bluesky.Tests;

/// <summary>Tokens as a PDS gives them: one for calls, and one that brings a new pair, once. They go by the server's clock.</summary>
internal sealed class PretendTokens(Func<DateTimeOffset> now)
{
    private static readonly TimeSpan AccessLife = TimeSpan.FromHours(2);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromDays(90);
    private readonly Dictionary<string, (string Did, DateTimeOffset Ends)> _access = [];
    private readonly Dictionary<string, (string Did, DateTimeOffset Ends)> _refresh = [];
    private int _given;

    public (string Access, string Refresh) Give(string did)
    {
        var (access, refresh) = (Token("com.atproto.appPass", AccessLife), Token("com.atproto.refresh", RefreshLife));
        _access[access] = (did, now() + AccessLife);
        _refresh[refresh] = (did, now() + RefreshLife);
        return (access, refresh);
    }

    public (string? Did, string Error) Check(string access) => Check(_access, access);

    /// <summary>Takes a refresh token, which is used up.</summary>
    public (string? Did, string Error) Use(string refresh)
    {
        var known = Check(_refresh, refresh);
        _refresh.Remove(refresh);
        return known.Error == "InvalidToken" ? (null, "ExpiredToken") : known;
    }

    /// <summary>Takes all tokens for calls back, as a server does that begins anew.</summary>
    public void Expire() => _access.Clear();

    public void Revoke()
    {
        _access.Clear();
        _refresh.Clear();
    }

    private (string? Did, string Error) Check(Dictionary<string, (string Did, DateTimeOffset Ends)> tokens, string token) =>
        !tokens.TryGetValue(token, out var known) ? (null, "InvalidToken")
        : known.Ends <= now() ? (null, "ExpiredToken")
        : (known.Did, "");

    private string Token(string scope, TimeSpan life)
    {
        var claims = new JsonObject { ["scope"] = scope, ["iat"] = now().ToUnixTimeSeconds(), ["exp"] = (now() + life).ToUnixTimeSeconds(), ["jti"] = ++_given };
        return $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims.ToJsonString())).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c2ln";
    }
}
