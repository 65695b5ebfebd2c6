using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The script ran to its end.</summary>
public sealed record ScriptDone : ScriptOutcome
{
    /// <summary>The value of the script's last expression; nothing where it has none.</summary>
    public required Value Value { get; init; }
}
