namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A further key of a command.</summary>
public sealed record KeyBindingContribution
{
    public required string Command { get; init; }

    public required string Key { get; init; }

    public string? When { get; init; }
}
