namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A command as its attribute and its method declare it.</summary>
public sealed record CommandContribution
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    public string? Key { get; init; }

    public string? When { get; init; }

    /// <summary>The id of the command that takes it back; null: none does.</summary>
    public string? Undo { get; init; }

    /// <summary>The id of the command that says what it is about to do, for the screen to ask; null: nothing is asked.</summary>
    public string? Confirm { get; init; }

    public required string Method { get; init; }

    /// <summary>The parameters that a caller gives; host and token are left out.</summary>
    public required IReadOnlyList<ParameterContribution> Parameters { get; init; }
}
