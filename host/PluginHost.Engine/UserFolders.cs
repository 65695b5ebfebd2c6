namespace PluginHost.Engine;

/// <summary>Where things of the person are kept, outside any workspace: what is installed, and what can be made again.</summary>
public sealed record UserFolders
{
    /// <summary>Installed plugins, a folder each.</summary>
    public required string Plugins { get; init; }

    /// <summary>Whom the person trusts: workspaces, and plugins with what they need.</summary>
    public required string Trust { get; init; }

    /// <summary>What the person has entered, a file a workspace.</summary>
    public required string History { get; init; }

    /// <summary>What opens vaults, where the operating system protects files: on Windows.</summary>
    public required string Vault { get; init; }

    /// <summary>What can be made again: the plugin index, compiled scripts.</summary>
    public required string Cache { get; init; }

    /// <summary>
    /// The folders of the person who runs the program: under <c>PLUGINHOST_HOME</c> where it is set, else as the operating system keeps such things.
    /// </summary>
    public static UserFolders OfPerson()
    {
        if (Environment.GetEnvironmentVariable("PLUGINHOST_HOME") is { Length: > 0 } home)
            return Under(home);

        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (OperatingSystem.IsWindows() || OperatingSystem.IsMacOS())
            return Under(Path.Combine(data, "PluginHost"));

        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");
        var own = Path.Combine(data, "pluginhost");
        return new UserFolders { Plugins = Path.Combine(own, "plugins"), Trust = Path.Combine(own, "trust"), History = Path.Combine(own, "history"), Vault = Path.Combine(own, "vault"), Cache = Path.Combine(cache, "pluginhost") };
    }

    /// <summary>The folders under one folder.</summary>
    public static UserFolders Under(string folder) => new()
    {
        Plugins = Path.Combine(folder, "plugins"),
        Trust = Path.Combine(folder, "trust"),
        History = Path.Combine(folder, "history"),
        Vault = Path.Combine(folder, "vault"),
        Cache = Path.Combine(folder, "cache"),
    };
}
