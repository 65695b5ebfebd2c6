using System.Reflection;

namespace PluginHost.Engine.State;

/// <summary>A state record's type as the property walker sees it.</summary>
internal sealed record StateShape
{
    public required Type Type { get; init; }

    public required int Version { get; init; }

    public required Type? Migration { get; init; }

    public required ConstructorInfo Constructor { get; init; }

    public required IReadOnlyList<StateProperty> Properties { get; init; }
}
