using PluginHost.Campaigns;

namespace PluginHost.Engine.Workspaces;

/// <summary>What <c>plugins.yaml</c> says, checked as far as it can be without knowing the plugins.</summary>
public sealed record WorkspaceConfiguration
{
    /// <summary>The full path of the file.</summary>
    public required string File { get; init; }

    /// <summary>The folder that the file stands in.</summary>
    public string Root => Path.GetDirectoryName(File)!;

    /// <summary>The folder's name.</summary>
    public string Name => Path.GetFileName(Root);

    /// <summary>The time zone of the workspace's wall-clock times.</summary>
    /// <value>The machine's, looked up when it is asked for: the start of the program does not wait for it.</value>
    public TimeZoneInfo Zone { get => field ?? TimeZoneInfo.Local; init; }

    /// <summary>The plugins that run, in the order of the file.</summary>
    public required IReadOnlyList<PluginEntry> Plugins { get; init; }

    /// <summary>Where plugins are looked for, as it is written: folders and NuGet feeds, in the order in which they are asked.</summary>
    /// <value>Empty: the person's NuGet configuration says it.</value>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The profiles, in the order of the file.</summary>
    public required IReadOnlyList<ProfileEntry> Profiles { get; init; }

    /// <summary>The campaigns that it names, in the order of the file. Scripts may bring more in their headers.</summary>
    public IReadOnlyList<CampaignEntry> Campaigns { get; init; } = [];

    /// <summary>How long what campaigns and scripts have done is kept after its end: <c>keep:</c>.</summary>
    /// <value>90 days.</value>
    public TimeSpan Keep { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The keys that the person binds, in the order of the file.</summary>
    public IReadOnlyList<KeyEntry> Keys { get; init; } = [];

    /// <summary>How grave what linters find is here, where the file says so, in its order.</summary>
    public IReadOnlyList<LinterEntry> Linters { get; init; } = [];

    /// <summary>The address of the PostgreSQL database that the workspace is kept in, without a password.</summary>
    /// <value>Null: a file in the workspace.</value>
    public string? Store { get; init; }

    /// <summary>The place that the vault's key is looked for in, where one is named: <c>vault:</c>.</summary>
    /// <value>Null: all are asked, in their order.</value>
    public string? Vault { get; init; }

    /// <summary>The mail server, where one is named.</summary>
    public MailEntry? Mail { get; init; }
}
