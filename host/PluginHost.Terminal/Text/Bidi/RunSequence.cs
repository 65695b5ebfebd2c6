namespace PluginHost.Terminal;

/// <summary>One isolating run sequence: what lies on one level and belongs together, isolates within left out.</summary>
internal ref partial struct RunSequence
{
    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<BidiClass> _classes;
    private readonly ReadOnlySpan<int> _kept;
    private readonly Span<int> _allPlaces;
    private readonly Span<int> _partners;
    private readonly Span<BidiClass> _allTypes;
    private int _count;
    private int _firstKept;
    private int _endKept;
    private BidiClass _start;
    private BidiClass _end;
    private BidiClass _embedding;

    /// <summary>Makes one that can be filled again and again.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="classes">The class of each of its characters.</param>
    /// <param name="kept">Where the characters are that rule X9 keeps.</param>
    /// <param name="places">Room for as many numbers as there are characters.</param>
    /// <param name="partners">As much room again.</param>
    /// <param name="types">Room for as many classes.</param>
    public RunSequence(
        ReadOnlySpan<char> text, ReadOnlySpan<BidiClass> classes, ReadOnlySpan<int> kept, Span<int> places, Span<int> partners, Span<BidiClass> types)
    {
        _text = text;
        _classes = classes;
        _kept = kept;
        _allPlaces = places;
        _partners = partners;
        _allTypes = types;
    }

    private readonly ReadOnlySpan<int> Places => _allPlaces[.._count];

    private readonly Span<BidiClass> Types => _allTypes[.._count];

    public void Clear() => _count = 0;

    /// <summary>Adds a run.</summary>
    /// <param name="start">Where it begins among the characters that are kept.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="types">The classes of all characters, overrides carried out.</param>
    public void Add(int start, int end, ReadOnlySpan<BidiClass> types)
    {
        if (_count == 0)
            _firstKept = start;

        _endKept = end;
        foreach (var place in _kept[start..end])
        {
            _allPlaces[_count] = place;
            _allTypes[_count++] = types[place];
        }
    }

    /// <summary>Resolves it (W1 to N2).</summary>
    /// <param name="types">Where the resolved classes are put: L, R, EN or AN.</param>
    /// <param name="levels">The explicit levels.</param>
    /// <param name="baseLevel">The level of the paragraph.</param>
    public void Resolve(Span<BidiClass> types, ReadOnlySpan<byte> levels, byte baseLevel)
    {
        var level = levels[_allPlaces[0]];
        var before = _firstKept == 0 ? baseLevel : levels[_kept[_firstKept - 1]];
        var isOpen = BidiClasses.IsIsolateInitiator(_classes[_allPlaces[_count - 1]]);
        var after = isOpen || _endKept == _kept.Length ? baseLevel : levels[_kept[_endKept]];
        (_start, _end, _embedding) = (StrongOf(Math.Max(level, before)), StrongOf(Math.Max(level, after)), StrongOf(level));

        ResolveWeak();
        ResolveBrackets();
        ResolveNeutrals();
        for (var i = 0; i < _count; i++)
            types[_allPlaces[i]] = _allTypes[i];
    }

    private static BidiClass StrongOf(int level) => level % 2 == 0 ? BidiClass.L : BidiClass.R;
}
