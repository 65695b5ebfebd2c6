using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>What a <see cref="TestHost"/> begins with. All of it may be left out.</summary>
public sealed record TestHostOptions
{
    /// <summary>The settings, as <c>plugins.yaml</c> would give them: <c>[("every", "5m")]</c>. A wrong name or type is refused, as it is there.</summary>
    /// <value>None: the defaults hold.</value>
    public IReadOnlyList<(string Name, Value Value)> Settings { get; init => field = [.. value]; } = [];

    /// <summary>The profiles of the workspace.</summary>
    /// <value>One, <c>@test</c>, which speaks English on a network <c>test</c>.</value>
    public IReadOnlyList<Profile> Profiles { get; init => field = [.. value]; } = [];

    /// <summary>Where the clock stands at first.</summary>
    /// <value>Monday, 2 March 2026, 09:00 UTC.</value>
    public DateTimeOffset Start { get; init; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The workspace's time zone, by its IANA name.</summary>
    /// <value><c>Etc/UTC</c>.</value>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>What ids, salts and draws follow from: the same seed, the same ones.</summary>
    /// <value><c>test</c>.</value>
    public string Seed { get; init; } = "test";

    /// <summary>The plugin's <c>plugin.yaml</c>, where it is not beside the plugin's assembly, as where a test project refers to several plugins: the one in the plugin's project.</summary>
    /// <value>Empty: the one beside the assembly.</value>
    public string Manifest { get; init; } = "";

    /// <summary>Folders of other plugins that run beside this one, each with a <c>plugin.yaml</c>. They are loaded from their files.</summary>
    /// <value>None.</value>
    public IReadOnlyList<string> Others { get; init => field = [.. value]; } = [];

    /// <summary>Further lines of <c>plugins.yaml</c>, as they would stand there: <c>linters: { acme.tone: error }</c>.</summary>
    /// <value>Empty.</value>
    public string Workspace { get; init; } = "";

    /// <summary>
    /// Whether the plugin reaches real servers, on the machine's clock: for tests against a server that somebody has started. <see cref="TestHost.Http"/> answers nothing then,
    /// <see cref="TestHost.Clock"/> is not the plugin's, and ids are different each time. Secrets stay in memory: no test opens the vault's key of whoever runs it.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool InEarnest { get; init; }

    /// <summary>How long a call may take by the machine's clock before the test is told that it hangs.</summary>
    /// <value>60 seconds: a busy machine compiles scripts slowly.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
