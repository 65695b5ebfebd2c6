namespace PluginHost.Engine.Packages.Sources;

/// <summary>How a source is written: the address of a feed, or a folder. A password is never part of it, because lock and workspace are shared.</summary>
internal static class SourceText
{
    public static bool IsFeed(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <returns>Why it may not be used; null where it may.</returns>
    public static string? Refuse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.IsFile)
            return text.Contains('\0') ? "a source holds a character that no path can hold." : null;

        if (address.Scheme is not ("http" or "https"))
            return $"\"{address.Scheme}:\" is no source. Sources are NuGet feeds (https://…/index.json) and folders.";

        if (address.UserInfo.Length > 0 || address.Query.Length > 0)
            return $"the source {address.GetLeftPart(UriPartial.Path).Replace($"{address.UserInfo}@", "", StringComparison.Ordinal)} is written with an account or a key in it. Take it out, and give it in your NuGet configuration (packageSourceCredentials).";

        return address.Scheme == "http" && !address.IsLoopback
            ? $"{text} would be asked in the clear, where anybody on the way can put another package. Write https."
            : null;
    }
}
