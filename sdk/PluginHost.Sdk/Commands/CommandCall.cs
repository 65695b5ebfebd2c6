namespace PluginHost.Sdk;

/// <summary>A command with its arguments, as a view attaches it to a row or a button.</summary>
public sealed record CommandCall
{
    /// <summary>The command's id.</summary>
    public required string Id { get; init; }

    /// <summary>The arguments by name.</summary>
    /// <value>None: what is missing is asked for.</value>
    public Record Arguments { get; init; } = Record.Empty;
}
