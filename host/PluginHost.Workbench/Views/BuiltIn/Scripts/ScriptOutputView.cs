using PluginHost.Sdk;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>What scripts say.</summary>
internal sealed class ScriptOutputView : ViewSource
{
    private readonly ScriptRuns _runs;
    private readonly Clearing _clearing;

    public ScriptOutputView(ScriptRuns runs, TimeProvider clock)
        : base(ScriptCommands.Output, Texts.ScriptOutputTitle, Area.Panel)
    {
        (_runs, _clearing) = (runs, new Clearing(clock, Refresh));
        runs.Changed += Refresh;
    }

    public override bool CanClear => true;

    public override string Welcome => Texts.ScriptOutputEmpty;

    public override Action Clear() => _clearing.Clear();

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new LogView { Lines = _clearing.Of(_runs.Lines) });
}
