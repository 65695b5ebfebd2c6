namespace PluginHost.Terminal;

/// <summary>
/// What is open in C# at a place: a comment, or strings within the holes of strings, at most four deep. All of it fits into the number that is kept for
/// each line.
/// </summary>
internal struct CSharpNesting(long state)
{
    private const int LevelBits = 16;
    private const int LevelMask = (1 << LevelBits) - 1;
    private const int Deepest = 4;

    public long State { get; private set; } = state;

    public readonly CSharpLevel Top => CSharpLevel.From((int)(State & LevelMask));

    public void Push(CSharpLevel level)
    {
        if ((ulong)State >> (LevelBits * (Deepest - 1)) == 0)
            State = (State << LevelBits) | (long)level.Bits;
    }

    public void Pop() => State = (long)((ulong)State >> LevelBits);

    public void Replace(CSharpLevel level) => State = (State & ~(long)LevelMask) | (long)level.Bits;
}
