namespace PluginHost.Engine.Faults;

/// <summary>
/// What a guest did wrong, in text alone: an exception that is kept would keep its plugin in memory.
/// </summary>
public sealed record PluginFault
{
    /// <summary>The plugin's id; null where neither the stack nor the flow of the call tells.</summary>
    public required string? Plugin { get; init; }

    /// <summary>What was being done: a command's id, <c>activation</c>, <c>a thread of its own</c>.</summary>
    public required string Entry { get; init; }

    /// <summary>What happened, with the type of the exception.</summary>
    public required string Message { get; init; }

    /// <summary>File and line in the guest's source, such as <c>NotesPlugin.cs:12</c>.</summary>
    /// <value>Null: not known, as where the guest brings no symbols.</value>
    public string? Place { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The fault as one line.</summary>
    public override string ToString() =>
        $"{Plugin ?? "A guest that cannot be told"} {Message}, in {Entry}{(Place is null ? "" : $" ({Place})")}";
}
