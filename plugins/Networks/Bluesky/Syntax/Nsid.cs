namespace PluginHost.Bluesky;

/// <summary>The name of a collection or a method: <c>app.bsky.feed.post</c> (atproto.com/specs/nsid).</summary>
internal static class Nsid
{
    private const int Most = 317;

    // A host name backwards, and a name without hyphens behind it.
    public static bool Is(string text)
    {
        var name = text.LastIndexOf('.') + 1;
        return text.Length <= Most
            && name > 0
            && name < text.Length
            && text.Length - name <= 63
            && char.IsAsciiLetter(text[0])
            && Handle.Is(text[..(name - 1)] + ".x")
            && text.AsSpan(0, name - 1).Contains('.')
            && char.IsAsciiLetter(text[name])
            && text.AsSpan(name).IndexOf('-') < 0
            && Handle.Is("x." + text[name..]);
    }
}
