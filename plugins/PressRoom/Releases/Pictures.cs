using PluginHost.Sdk;

namespace PluginHost.PressRoom.Releases;

/// <summary>Pictures of releases: they lie beside them, and stand in the newsroom under a name that nobody can guess who does not have them.</summary>
internal static class Pictures
{
    public const string Known = "picture (.png, .jpg, .gif, .webp)";
    public const string MostText = "8 MB";
    private const int Most = 8 * 1024 * 1024;
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".gif", ".webp"];

    /// <summary>Where a picture lies, by the address that a text gives; null: it cannot stand in the newsroom. SVG may hold scripts.</summary>
    public static string? PathOf(string folder, string address)
    {
        var path = Uri.UnescapeDataString(address);
        var parts = path.Split('/');
        return parts.All(part => part.Length > 0 && part[0] != '.' && !part.AsSpan().ContainsAny(':', '\\', '\0'))
            && Endings.Contains(Path.GetExtension(path).ToLowerInvariant())
                ? $"{folder}/{path}"
                : null;
    }

    public static string AssetOf(string path, string hash) => hash[..32] + Path.GetExtension(path).ToLowerInvariant();

    /// <summary>Whether a file is called as pictures are in the newsroom.</summary>
    public static bool IsAsset(string name) => Path.GetFileNameWithoutExtension(name) is { Length: 32 } hash && hash.All(char.IsAsciiHexDigitLower);

    /// <returns>The hash; null where it is too large.</returns>
    public static async Task<string?> HashAsync(IWorkspace workspace, string path, CancellationToken cancel) =>
        await ReadAsync(workspace, path, cancel) is { } bytes ? Hashes.Of(bytes) : null;

    /// <returns>The bytes; null where there are too many.</returns>
    public static async Task<byte[]?> ReadAsync(IWorkspace workspace, string path, CancellationToken cancel)
    {
        await using var file = await workspace.OpenReadAsync(path, cancel);
        if (file.Length > Most)
            return null;

        var bytes = new byte[file.Length];
        await file.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}
