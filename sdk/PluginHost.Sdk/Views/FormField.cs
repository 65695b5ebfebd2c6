namespace PluginHost.Sdk;

/// <summary>One field of a <see cref="FormView"/>.</summary>
public sealed record FormField
{
    /// <summary>The name of the argument that it fills.</summary>
    public required string Name { get; init; }

    /// <summary>What stands beside it.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of value it takes.</summary>
    /// <value><see cref="SettingKind.Text"/>.</value>
    public SettingKind Kind { get; init; } = SettingKind.Text;

    /// <summary>What stands in it at first.</summary>
    /// <value><see cref="Sdk.Value.Nothing"/>.</value>
    public Value Value { get; init; } = Value.Nothing;

    /// <summary>What may be chosen; none means that anything may be written.</summary>
    /// <value>None.</value>
    public IReadOnlyList<string> Choices { get; init => field = [.. value]; } = [];

    /// <summary>What is wrong with what stands in it.</summary>
    /// <value><see langword="null"/>: nothing.</value>
    public string? Problem { get; init; }
}
