namespace PluginHost.Terminal;

internal ref partial struct RunSequence
{
    private readonly void ResolveWeak()
    {
        ResolveMarks();
        ResolveNumbers();
        ResolveSeparators();
        ResolveTerminators();
        ResolveRest();
    }

    // W1.
    private readonly void ResolveMarks()
    {
        var types = Types;
        for (var i = 0; i < types.Length; i++)
        {
            if (types[i] != BidiClass.NSM)
                continue;

            var last = i == 0 ? _start : types[i - 1];
            types[i] = BidiClasses.IsIsolateInitiator(last) || last == BidiClass.PDI ? BidiClass.ON : last;
        }
    }

    // W2 and W3.
    private readonly void ResolveNumbers()
    {
        var last = _start;
        foreach (ref var type in Types)
        {
            if (type is BidiClass.L or BidiClass.R or BidiClass.AL)
                last = type;

            if (type == BidiClass.EN && last == BidiClass.AL)
                type = BidiClass.AN;
            else if (type == BidiClass.AL)
                type = BidiClass.R;
        }
    }

    // W4.
    private readonly void ResolveSeparators()
    {
        var types = Types;
        for (var i = 1; i < types.Length - 1; i++)
        {
            var isBetween = (types[i] == BidiClass.ES && types[i - 1] == BidiClass.EN)
                || (types[i] == BidiClass.CS && types[i - 1] is BidiClass.EN or BidiClass.AN);
            if (isBetween && types[i - 1] == types[i + 1])
                types[i] = types[i + 1];
        }
    }

    // W5 and W6.
    private readonly void ResolveTerminators()
    {
        var types = Types;
        for (var i = 0; i < types.Length; i++)
        {
            var start = i;
            while (i < types.Length && types[i] == BidiClass.ET)
                i++;

            var isOfNumber = (start > 0 && types[start - 1] == BidiClass.EN) || (i < types.Length && types[i] == BidiClass.EN);
            types[start..i].Fill(isOfNumber ? BidiClass.EN : BidiClass.ON);
            if (i < types.Length && types[i] is BidiClass.ES or BidiClass.CS)
                types[i] = BidiClass.ON;
        }
    }

    // W7.
    private readonly void ResolveRest()
    {
        var last = _start;
        foreach (ref var type in Types)
        {
            if (type is BidiClass.L or BidiClass.R)
                last = type;
            else if (type == BidiClass.EN && last == BidiClass.L)
                type = BidiClass.L;
        }
    }
}
