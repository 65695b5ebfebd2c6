using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Trust;

/// <summary>
/// What the person trusts, kept under the person and never in a workspace: nothing that arrives with a folder can write here. A file for each workspace and
/// each plugin, looked at anew with each question, so that what one process is told holds in the others.
/// </summary>
/// <param name="user">The person's folders.</param>
/// <param name="clock">Says since when.</param>
public sealed class TrustBook(UserFolders user, TimeProvider clock)
{
    private const string Ending = ".yaml";

    private string WorkspacesFolder => Path.Combine(user.Trust, "workspaces");

    private string PluginsFolder => Path.Combine(user.Trust, "plugins");

    /// <summary>The workspaces that are trusted, by their folders.</summary>
    public IReadOnlyList<TrustedWorkspace> Workspaces =>
        [.. FilesIn(WorkspacesFolder).Select(ReadWorkspace).OfType<TrustedWorkspace>().OrderBy(workspace => workspace.Folder, StringComparer.Ordinal)];

    /// <summary>The plugins that were accepted, by their ids.</summary>
    public IReadOnlyList<PluginConsent> Plugins =>
        [.. FilesIn(PluginsFolder).Select(ReadPlugin).OfType<PluginConsent>().OrderBy(consent => consent.Plugin, StringComparer.Ordinal).ThenBy(consent => consent.Folder, StringComparer.Ordinal)];

    /// <summary>Files in the book that cannot be read. They give no trust.</summary>
    public IReadOnlyList<string> Damaged =>
        [.. FilesIn(WorkspacesFolder).Where(file => ReadWorkspace(file) is null), .. FilesIn(PluginsFolder).Where(file => ReadPlugin(file) is null)];

    /// <summary>Whether a workspace is trusted. One that was moved or lies below a trusted one is another, and is not; another name of the same folder is the same.</summary>
    /// <param name="folder">The workspace's folder.</param>
    public bool Trusts(string folder)
    {
        var canonical = CanonicalFolder.Of(folder);
        return ReadWorkspace(WorkspaceFile(canonical)) is { } workspace && workspace.Folder.Equals(canonical, CanonicalFolder.Comparison);
    }

    /// <summary>Trusts a workspace from now on: its scripts and plugins may run. Plugins are still asked for what they need.</summary>
    /// <param name="folder">The workspace's folder.</param>
    /// <exception cref="PluginHostException">It cannot be written.</exception>
    public void TrustWorkspace(string folder)
    {
        var canonical = CanonicalFolder.Of(folder);
        TrustFile.Write(
            WorkspaceFile(canonical),
            "PluginHost runs this folder's scripts and plugins as you. \"pluginhost trust DIR --revoke\" takes it back.",
            ("folder", canonical),
            ("since", clock.GetUtcNow()));
    }

    /// <summary>Trusts a workspace no more.</summary>
    /// <returns>Whether it was trusted.</returns>
    /// <exception cref="PluginHostException">It cannot be taken back.</exception>
    public bool RevokeWorkspace(string folder) => Delete(WorkspaceFile(CanonicalFolder.Of(folder)));

    /// <summary>What was accepted of a plugin that <c>plugins.yaml</c> names by its folder; null where nothing was.</summary>
    public PluginConsent? FindConsent(string plugin, string folder)
    {
        var canonical = CanonicalFolder.Of(folder);
        return ReadPlugin(PluginFile(plugin, KeyOf(canonical))) is { } consent && consent.Plugin == plugin && canonical.Equals(consent.Folder, CanonicalFolder.Comparison)
            ? consent
            : null;
    }

    /// <summary>What was accepted of an installed plugin, the newest first: an answer for each content, because two workspaces may have two versions.</summary>
    public IReadOnlyList<PluginConsent> FindConsents(string plugin) =>
    [
        .. FilesIn(PluginsFolder, $"{Readable(plugin)}-*{Ending}").Select(ReadPlugin).OfType<PluginConsent>()
            .Where(consent => consent.Plugin == plugin && consent.Folder is null)
            .OrderByDescending(consent => consent.Since),
    ];

    /// <summary>Keeps what was accepted of a plugin, in the place of what was before.</summary>
    /// <exception cref="PluginHostException">It cannot be written.</exception>
    public void Accept(PluginConsent consent)
    {
        var folder = consent.Folder is null ? null : CanonicalFolder.Of(consent.Folder);
        TrustFile.Write(
            FileOf(consent),
            "You have accepted that this plugin runs as you, and what it needs. \"pluginhost trust ID --revoke\" takes it back.",
            ("plugin", consent.Plugin),
            ("folder", folder),
            ("needs", consent.Needs),
            ("source", consent.Source.Length > 0 ? consent.Source : null),
            ("sha512", consent.Sha512.Length > 0 ? consent.Sha512 : null),
            ("stamp", consent.Stamp.Length > 0 ? consent.Stamp : null),
            ("since", consent.Since));
    }

    /// <summary>Takes back what was accepted of a plugin.</summary>
    /// <returns>Whether anything was.</returns>
    /// <exception cref="PluginHostException">It cannot be taken back.</exception>
    public bool Revoke(PluginConsent consent) => Delete(FileOf(consent));

    private string WorkspaceFile(string canonical) => Path.Combine(WorkspacesFolder, $"{Readable(Path.GetFileName(canonical))}-{HashOf(KeyOf(canonical))}{Ending}");

    private string FileOf(PluginConsent consent) =>
        PluginFile(consent.Plugin, consent.Folder is null ? consent.Sha512 : KeyOf(CanonicalFolder.Of(consent.Folder)));

    private string PluginFile(string plugin, string key) => Path.Combine(PluginsFolder, $"{Readable(plugin)}-{HashOf(key)}{Ending}");

    // For whoever looks into the folder; what it is stands in the file.
    private static string Readable(string name) => string.Concat(name.Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-').Take(64)).TrimStart('.');

    private static string KeyOf(string canonical) => CanonicalFolder.Comparison == StringComparison.Ordinal ? canonical : canonical.ToUpperInvariant();

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8));

    private static string[] FilesIn(string folder, string pattern = $"*{Ending}") => Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];

    private static TrustedWorkspace? ReadWorkspace(string file) =>
        System.IO.File.Exists(file) && TrustFile.Read(file) is { } read && One(read, "folder") is { } folder && InstantOf(read) is { } since
            ? new TrustedWorkspace { Folder = folder, Since = since }
            : null;

    private static PluginConsent? ReadPlugin(string file) =>
        System.IO.File.Exists(file) && TrustFile.Read(file) is { } read && One(read, "plugin") is { } plugin && read.TryGetValue("needs", out var needs) && InstantOf(read) is { } since
            ? new PluginConsent { Plugin = plugin, Folder = One(read, "folder"), Needs = needs, Source = One(read, "source") ?? "", Sha512 = One(read, "sha512") ?? "", Stamp = One(read, "stamp") ?? "", Since = since }
            : null;

    private static string? One(IReadOnlyDictionary<string, IReadOnlyList<string>> read, string key) => read.GetValueOrDefault(key) is [var text] ? text : null;

    private static DateTimeOffset? InstantOf(IReadOnlyDictionary<string, IReadOnlyList<string>> read) =>
        DateTimeOffset.TryParse(One(read, "since"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) ? since : null;

    private static bool Delete(string file)
    {
        try
        {
            var exists = System.IO.File.Exists(file);
            System.IO.File.Delete(file);
            return exists;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PluginHostException($"{file} cannot be deleted, so what you trust cannot be taken back: {error.Message}", error);
        }
    }
}
