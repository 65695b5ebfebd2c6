using System.Reflection;

namespace PluginHost.Engine.State;

/// <summary>A property that is kept.</summary>
internal sealed record StateProperty
{
    public required PropertyInfo Property { get; init; }

    public required StateType Type { get; init; }

    /// <summary>Whether every record must have it.</summary>
    public required bool IsRequired { get; init; }

    public string Name => Property.Name;
}
