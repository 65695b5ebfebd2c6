namespace PluginHost.Engine.Workspaces;

/// <summary>The workspace goes by the file as it is now.</summary>
/// <param name="Waiting">The keys of the file whose change waits for the next start, because what they govern is open: <c>store</c>, <c>zone</c>, <c>mail</c>.</param>
public sealed record WorkspaceTaken(IReadOnlyList<string> Waiting) : WorkspaceReload
{
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
