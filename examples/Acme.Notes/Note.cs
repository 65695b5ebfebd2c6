using PluginHost.Sdk;

namespace Acme.Notes;

/// <summary>A note, version 1. Where its meaning changes, raise the version and give a migration.</summary>
[StateRecord(1)]
public sealed record Note
{
    /// <summary>What should be remembered.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset At { get; init; }
}
