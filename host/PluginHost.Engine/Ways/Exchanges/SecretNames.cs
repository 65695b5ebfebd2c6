namespace PluginHost.Engine.Ways.Exchanges;

/// <summary>By which names secrets travel: in headers, in addresses, in forms and in JSON.</summary>
internal static class SecretNames
{
    private static readonly string[] Words = ["secret", "password", "passphrase", "token", "jwt", "verifier", "assertion", "signature"];

    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        "code", "state", "nonce", "key", "api_key", "apikey", "auth", "authfactor", "pass", "pwd", "sig", "session", "ticket", "jti", "dpop", "code_challenge", "request_uri",
    };

    /// <summary>Headers whose values are secrets.</summary>
    public static IReadOnlyList<string> Headers { get; } = ["Authorization", "Proxy-Authorization", "Cookie", "DPoP", "X-Api-Key", "Sec-WebSocket-Protocol"];

    /// <summary>Whether what goes by this name is a secret: <c>access_token</c>, <c>accessJwt</c>, <c>code</c>.</summary>
    public static bool IsOne(string name) => Whole.Contains(name) || Words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is how a token is shown, and not the token.</summary>
    public static bool IsScheme(string word) => word is "Bearer" or "Basic" or "DPoP" or "Digest";
}
