using PluginHost.Sdk;

namespace Acme.Hello;

/// <summary>One greeting, as the host keeps it. A change of its shape is a new version.</summary>
[StateRecord(1)]
public sealed record Greeting
{
    /// <summary>Who was greeted.</summary>
    public required string Name { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
