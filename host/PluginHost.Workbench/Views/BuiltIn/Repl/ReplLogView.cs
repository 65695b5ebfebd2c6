using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Repl;

/// <summary>What was entered, and what came of it.</summary>
internal sealed class ReplLogView : ViewSource
{
    private readonly ReplSession _session;

    public ReplLogView(ReplSession session)
        : base(ReplCommands.Log, Texts.ReplTitle, Area.Panel)
    {
        _session = session;
        session.Changed += Refresh;
    }

    public override string Welcome => Texts.ReplEmpty;

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new LogView { Lines = _session.Lines });
}
