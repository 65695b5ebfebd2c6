namespace PluginHost.Engine.Services;

/// <summary>A service of a plugin, as others get it.</summary>
internal sealed class GuestService
{
    /// <summary>What stands before it.</summary>
    public required object Fenced { get; init; }

    /// <summary>Lets go of the plugin's object; what stands before it then refuses.</summary>
    public required Action Cut { get; init; }
}
