namespace PluginHost.Bluesky;

/// <summary>A decentralised identifier: what names an account for ever, whatever it calls itself (atproto.com/specs/did).</summary>
internal static class Did
{
    private const string Prefix = "did:";
    private const int Most = 2048;

    public static bool Is(string text)
    {
        if (text.Length > Most || !text.StartsWith(Prefix, StringComparison.Ordinal))
            return false;

        var method = text.AsSpan(Prefix.Length);
        var colon = method.IndexOf(':');
        if (colon <= 0 || method[..colon].ContainsAnyExceptInRange('a', 'z'))
            return false;

        var rest = method[(colon + 1)..];
        foreach (var letter in rest)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '_' or ':' or '%' or '-'))
                return false;
        }

        return rest.Length > 0 && rest[^1] is not (':' or '%');
    }
}
