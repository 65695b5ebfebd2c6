namespace PluginHost.Terminal;

/// <summary>What a single-line field held before, to go back to and forth again.</summary>
internal sealed class InputHistory
{
    private const int Limit = 100;

    private readonly List<InputState> _before = [];
    private readonly List<InputState> _after = [];

    public void Clear()
    {
        _before.Clear();
        _after.Clear();
    }

    /// <summary>Keeps a state that is about to be changed.</summary>
    public void Keep(InputState state)
    {
        _after.Clear();
        if (_before.Count == Limit)
            _before.RemoveAt(0);

        _before.Add(state);
    }

    public bool TryUndo(ref InputState state) => TryGo(_before, _after, ref state);

    public bool TryRedo(ref InputState state) => TryGo(_after, _before, ref state);

    private static bool TryGo(List<InputState> from, List<InputState> to, ref InputState state)
    {
        if (from.Count == 0)
            return false;

        to.Add(state);
        state = from[^1];
        from.RemoveAt(from.Count - 1);
        return true;
    }
}
