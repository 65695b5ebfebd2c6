namespace PluginHost.Terminal;

/// <summary>Tells whether a change goes on with the one before, so that both are one step to undo: the same kind, and no pause between.</summary>
internal sealed class EditRun
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private EditKind _kind;
    private long _at;

    /// <summary>Takes in a change.</summary>
    /// <returns>Whether it goes on with the one before.</returns>
    public bool Continues(EditKind kind, TimeProvider clock)
    {
        var now = clock.GetTimestamp();
        var continues = kind != EditKind.Other && kind == _kind && clock.GetElapsedTime(_at, now) < Pause;
        (_kind, _at) = (kind, now);
        return continues;
    }

    /// <summary>Lets a run go on that was ended by the moves which are part of it.</summary>
    public void GoOn(EditKind kind) => _kind = kind;

    /// <summary>Ends the run: the caret was moved, or something else was done.</summary>
    public void End() => _kind = EditKind.Other;
}
