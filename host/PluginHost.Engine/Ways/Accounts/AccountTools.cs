using PluginHost.Engine.Ways.Exchanges;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways.Accounts;

/// <summary>What the ways for accounts share.</summary>
internal sealed record AccountTools
{
    public required TimeProvider Clock { get; init; }

    /// <summary>Spreads the pauses, so that not all who were turned away come back at once.</summary>
    public required IRandom Random { get; init; }

    /// <summary>Where exchanges are recorded; null: nowhere.</summary>
    public required ExchangeLog? Log { get; init; }
}
