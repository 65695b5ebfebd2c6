using PluginHost.Torture.Stores;

namespace PluginHost.Torture.Sending;

/// <summary>How much torture.</summary>
internal sealed record KillRunOptions
{
    public required int Kills { get; init; }

    public required int Posts { get; init; }

    public int Workers { get; init; } = 2;

    public int Seed { get; init; } = 1;

    public StoreChoice Store { get; init; } = StoreChoice.Sqlite;

    /// <summary>Whether nothing is printed.</summary>
    public bool IsQuiet { get; init; }
}
