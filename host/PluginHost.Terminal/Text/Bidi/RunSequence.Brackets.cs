namespace PluginHost.Terminal;

internal ref partial struct RunSequence
{
    private const int MaxOpen = 63;
    private const int Unpaired = -1;

    // N0.
    private readonly void ResolveBrackets()
    {
        if (!Pair())
            return;

        for (var i = 0; i < _count; i++)
        {
            if (_partners[i] == Unpaired || DirectionOf(i, _partners[i]) is not (var type and not BidiClass.ON))
                continue;

            SetBracket(i, type);
            SetBracket(_partners[i], type);
        }
    }

    // BD16. Of each opening bracket with a partner, where that is; whether there is any.
    private readonly bool Pair()
    {
        Span<int> open = stackalloc int[MaxOpen];
        var (depth, isAny) = (0, false);
        _partners[.._count].Fill(Unpaired);
        for (var i = 0; i < _count; i++)
        {
            var kind = _allTypes[i] == BidiClass.ON ? UnicodeTable.TraitsOf(_text[_allPlaces[i]]).Bracket : BracketKind.None;
            if (kind == BracketKind.Open)
            {
                if (depth == MaxOpen)
                    return isAny;

                open[depth++] = i;
            }
            else if (kind == BracketKind.Close)
            {
                var match = depth - 1;
                while (match >= 0 && !AreTwins(open[match], i))
                    match--;

                if (match < 0)
                    continue;

                (depth, isAny) = (match, true);
                _partners[open[match]] = i;
            }
        }

        return isAny;
    }

    private readonly bool AreTwins(int open, int close) =>
        UnicodeTable.MirrorOf(Canonical(_text[_allPlaces[open]])) == Canonical(_text[_allPlaces[close]]);

    // The two angle brackets that Unicode has twice.
    private static char Canonical(char bracket) => bracket switch { '\u2329' => '\u3008', '\u232A' => '\u3009', _ => bracket };

    // What a pair becomes; ON where there is nothing strong in it.
    private readonly BidiClass DirectionOf(int open, int close)
    {
        var found = BidiClass.ON;
        foreach (var type in Types[(open + 1)..close])
        {
            var strong = StrongOf(type);
            if (strong == _embedding)
                return _embedding;

            if (strong != BidiClass.ON)
                found = strong;
        }

        return found == BidiClass.ON || found == Before(open) ? found : _embedding;
    }

    private readonly BidiClass Before(int place)
    {
        for (var i = place - 1; i >= 0; i--)
        {
            if (StrongOf(_allTypes[i]) is var strong and not BidiClass.ON)
                return strong;
        }

        return _start;
    }

    // Marks on a bracket go with it.
    private readonly void SetBracket(int place, BidiClass type)
    {
        _allTypes[place] = type;
        for (var i = place + 1; i < _count && _classes[_allPlaces[i]] == BidiClass.NSM; i++)
            _allTypes[i] = type;
    }
}
