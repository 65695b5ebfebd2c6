using System.Text.Json;

namespace PluginHost.Bluesky;

/// <summary>What a token says of itself (RFC 7519). The server alone can check it; we read when it ends. One that cannot be read says nothing.</summary>
internal sealed record Jwt
{
    /// <summary>What it is good for: <c>com.atproto.appPass</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>How long it holds from when it was given; null where it does not say. Counted so, it does not matter that two clocks differ.</summary>
    public required TimeSpan? Life { get; init; }

    public static Jwt Read(string token)
    {
        var parts = token.Split('.');
        var claims = parts.Length == 3 ? Json.Read(Decode(parts[1])) : default;
        return new Jwt
        {
            Scope = Json.Text(claims, "scope"),
            Life = Seconds(claims, "exp") is { } ends && Seconds(claims, "iat") is { } given && ends > given ? TimeSpan.FromSeconds(ends - given) : null,
        };
    }

    private static long? Seconds(JsonElement claims, string name) =>
        Json.At(claims, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var seconds) && seconds is > 0 and < int.MaxValue * 4L ? seconds : null;

    private static byte[] Decode(string part)
    {
        var text = part.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : [];
    }
}
