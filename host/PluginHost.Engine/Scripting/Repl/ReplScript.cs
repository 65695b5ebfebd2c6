using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>A REPL, as plugins see it. Its token is that of whatever is entered last.</summary>
internal sealed class ReplScript(IJournal journal, ScriptTools tools) : IScript
{
    public string Name => Repl.Name;

    public CancellationToken Cancel { get; set; }

    public IJournal Journal => journal;

    public TimeProvider Clock { get; } = new ScriptClock(tools.Clock, tools.Zone);

    public ITimes Times { get; } = new Times(tools.Clock, tools.Zone);
}
