namespace PluginHost.Workbench.Telling;

/// <summary>Something that can be taken back.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Title">What was done, naming its object: <c>Draft "Tomorrow: Secret Breakfast" deleted</c>.</param>
/// <param name="Undo">Takes it back. Called off the renderer's thread.</param>
internal sealed record UndoStep(string Id, string Title, Func<CancellationToken, Task> Undo)
{
    /// <summary>The toast that offers it: once it is taken back there is nothing to offer.</summary>
    public long Toast { get; init; }
}
