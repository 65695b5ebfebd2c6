namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A parameter of a command.</summary>
public sealed record ParameterContribution
{
    public required string Name { get; init; }

    public required ParameterKind Kind { get; init; }

    /// <summary>The question that asks for it.</summary>
    public string Question { get; init; } = "";

    /// <summary>The value where none is given; null where it must be given.</summary>
    public string? Default { get; init; }

    /// <summary>The words that answer it; empty: anything may.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the screen asks for it whatever is selected.</summary>
    public bool IsAnew { get; init; }
}
