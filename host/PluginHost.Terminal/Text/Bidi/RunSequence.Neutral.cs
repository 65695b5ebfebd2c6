namespace PluginHost.Terminal;

internal ref partial struct RunSequence
{
    // N1 and N2.
    private readonly void ResolveNeutrals()
    {
        var types = Types;
        var before = _start;
        for (var i = 0; i < types.Length; i++)
        {
            var start = i;
            while (i < types.Length && StrongOf(types[i]) == BidiClass.ON)
                i++;

            var after = i < types.Length ? StrongOf(types[i]) : _end;
            types[start..i].Fill(before == after ? before : _embedding);
            before = after;
        }
    }

    // Numbers count as right to left; ON stands for everything that is neither.
    private static BidiClass StrongOf(BidiClass type) => type switch
    {
        BidiClass.L => BidiClass.L,
        BidiClass.R or BidiClass.EN or BidiClass.AN => BidiClass.R,
        _ => BidiClass.ON,
    };
}
