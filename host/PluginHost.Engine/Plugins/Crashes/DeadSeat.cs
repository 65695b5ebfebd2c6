using PluginHost.Engine.Plugins.Index;

namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>Who was inside, and in which call, as far as a slot tells.</summary>
internal sealed record DeadSeat
{
    public required string Plugin { get; init; }

    public required string Entry { get; init; }

    /// <summary>The assembly that was loaded then; null where nobody noted it.</summary>
    public FileStamp? Stamp { get; init; }
}
