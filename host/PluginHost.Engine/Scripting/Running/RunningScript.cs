using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The run, as plugins see it. It knows nothing of the script's code: a plugin that keeps it keeps no script in memory.</summary>
internal sealed class RunningScript(string path, CancellationToken cancel, IJournal journal, ScriptTools tools) : IScript
{
    public string Name { get; } = Path.GetFileNameWithoutExtension(path);

    public CancellationToken Cancel { get; } = cancel;

    public IJournal Journal => journal;

    // A rehearsal's clock is in the workspace's zone already, and must be known for what it is.
    public TimeProvider Clock { get; } = tools.Clock is RehearsalClock ? tools.Clock : new ScriptClock(tools.Clock, tools.Zone);

    public ITimes Times { get; } = new Times(tools.Clock, tools.Zone);
}
