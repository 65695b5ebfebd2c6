namespace PluginHost.Engine.State;

/// <summary>What a property, or an item of a list, holds.</summary>
internal sealed record StateType
{
    public required StateKind Kind { get; init; }

    /// <summary>The type, without <see cref="Nullable{T}"/>.</summary>
    public required Type Type { get; init; }

    /// <summary>Whether it may be nothing.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>What a list's items hold.</summary>
    public StateType? Item { get; init; }
}
