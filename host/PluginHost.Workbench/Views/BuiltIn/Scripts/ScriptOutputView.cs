using PluginHost.Sdk;

namespace PluginHost.Workbench.Views.BuiltIn.Scripts;

/// <summary>What scripts say.</summary>
internal sealed class ScriptOutputView : ViewSource
{
    private readonly ScriptRuns _runs;

    public ScriptOutputView(ScriptRuns runs)
        : base(ScriptCommands.Output, Texts.ScriptOutputTitle, Area.Panel)
    {
        _runs = runs;
        runs.Changed += Refresh;
    }

    public override string Welcome => Texts.ScriptOutputEmpty;

    public override Task<View> SnapshotAsync(CancellationToken cancel) => Task.FromResult<View>(new LogView { Lines = _runs.Lines });
}
