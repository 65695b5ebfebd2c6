namespace PluginHost.Bluesky;

/// <summary>Names an account: a DID, or a handle.</summary>
internal static class AtIdentifier
{
    public static bool Is(string text) => text.StartsWith("did:", StringComparison.Ordinal) ? Did.Is(text) : Handle.Is(text);
}
