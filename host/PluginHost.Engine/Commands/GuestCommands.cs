using PluginHost.Sdk;

namespace PluginHost.Engine.Commands;

/// <summary>Commands as a plugin sees them.</summary>
internal sealed class GuestCommands(CommandService commands) : ICommands
{
    public Task<Value> RunAsync(string id, Record arguments, CancellationToken cancel) => commands.RunAsync(id, arguments, cancel);
}
