namespace PluginHost.Engine.Workspaces;

/// <summary>The workspace goes by the file as it is now.</summary>
/// <param name="Waiting">The keys of the file whose change waits for the next start, because what they govern is open: <c>store</c>, <c>zone</c>, <c>mail</c>.</param>
public sealed record WorkspaceTaken(IReadOnlyList<string> Waiting) : WorkspaceReload
{
    /// <summary>The plugin for which it was read again; empty where it was for the file.</summary>
    public string Anew { get; init; } = "";

    /// <summary>The ids of the plugins that are other ones now, or are there no more.</summary>
    public IReadOnlyList<string> Swapped { get; init; } = [];

    /// <summary>The contracts of which another build is loaded than their plugins bring now: those plugins go on as they were until the next start.</summary>
    public IReadOnlyList<string> StaleContracts { get; init; } = [];

    internal static IReadOnlyList<string> WaitingFor(WorkspaceConfiguration before, WorkspaceConfiguration now)
    {
        var waiting = new List<string>();
        if (before.Store != now.Store)
            waiting.Add("store");

        if (before.Zone.Id != now.Zone.Id)
            waiting.Add("zone");

        if (before.Mail != now.Mail)
            waiting.Add("mail");

        return waiting;
    }
}
