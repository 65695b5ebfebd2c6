namespace PluginHost.Engine.Trust;

/// <summary>Whether the person trusts a workspace, so that its scripts and its plugins may run. Asked anew each time: what is taken back holds at once.</summary>
public sealed class WorkspaceTrust
{
    private readonly GivenTrust _given;

    private WorkspaceTrust(EngineOptions options)
    {
        _given = options.Given;
        Book = new TrustBook(options.User, options.Clock);
        Folder = CanonicalFolder.Of(Path.GetDirectoryName(Path.GetFullPath(options.WorkspaceFile))!);
    }

    /// <summary>The workspace's folder, with links followed.</summary>
    public string Folder { get; }

    /// <summary>Where what the person trusts is kept.</summary>
    public TrustBook Book { get; }

    /// <summary>Whether it is trusted.</summary>
    public bool IsGiven => IsByEnvironment || Book.Trusts(Folder);

    /// <summary>Whether it is trusted by the person's environment, which nothing that is kept can change.</summary>
    public bool IsByEnvironment => _given.Covers(Folder);

    /// <summary>Why its scripts do not run, and what to do; null where they may.</summary>
    public string? WhyNot => IsGiven
        ? null
        : $"{Folder} is not trusted, so its scripts do not run, nor do plugins that come with it. Look at them first; they run as you. \"{CommandFor(Folder)}\" trusts it.";

    /// <summary>How the workspace of these options stands.</summary>
    public static WorkspaceTrust Of(EngineOptions options) => new(options);

    /// <summary>Who judges the plugins of the workspace, as it is trusted now.</summary>
    internal PluginTrust ForPlugins() => new(Book, _given, IsGiven);

    internal static string CommandFor(string folder) => folder.Contains(' ', StringComparison.Ordinal) ? $"pluginhost trust '{folder}'" : $"pluginhost trust {folder}";
}
