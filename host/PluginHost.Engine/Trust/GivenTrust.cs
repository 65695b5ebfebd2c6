using PluginHost.Sdk;

namespace PluginHost.Engine.Trust;

/// <summary>
/// The trust that the person's environment gives, for containers and build servers where nobody is asked: <c>PLUGINHOST_TRUST=all</c>, or folders. It is the
/// environment of whoever starts the program; a folder cannot set it.
/// </summary>
public sealed record GivenTrust
{
    /// <summary>The variable.</summary>
    public const string Variable = "PLUGINHOST_TRUST";

    /// <summary>No trust but what is kept.</summary>
    public static GivenTrust None { get; } = new();

    /// <summary>Every workspace, and every plugin with what it needs.</summary>
    public static GivenTrust Everything { get; } = new() { IsAll = true };

    /// <summary>Whether every workspace is trusted, and every plugin with what it needs.</summary>
    public bool IsAll { get; init; }

    /// <summary>Folders whose workspaces are trusted, those below them included, with the plugins that lie in them. Canonical.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>What the environment says.</summary>
    /// <exception cref="WrongUseException">It says what cannot be meant.</exception>
    public static GivenTrust OfEnvironment() => Parse(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Whether a folder is trusted. It is canonical.</summary>
    internal bool Covers(string folder) => IsAll || Folders.Any(trusted => CanonicalFolder.IsIn(folder, trusted));

    internal static GivenTrust Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return None;

        if (text.Trim() == "all")
            return Everything;

        var folders = text.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        // A relative one would mean whatever folder somebody happens to be in.
        return folders.FirstOrDefault(folder => !Path.IsPathFullyQualified(folder)) is { } relative
            ? throw new WrongUseException($"{Variable}: \"{relative}\" is no full path. Set it to \"all\", or to full paths of folders with \"{Path.PathSeparator}\" between them.")
            : new GivenTrust { Folders = [.. folders.Select(CanonicalFolder.Of)] };
    }
}
