namespace PluginHost.Terminal;

/// <summary>Explicit levels and directions (rules X1 to X8).</summary>
internal ref struct ExplicitLevels
{
    private const int MaxDepth = 125;

    private readonly Span<Embedding> _open;
    private readonly byte _baseLevel;
    private int _count;
    private int _overflowIsolates;
    private int _overflowEmbeddings;
    private int _validIsolates;

    private ExplicitLevels(Span<Embedding> open, byte baseLevel)
    {
        _open = open;
        _baseLevel = baseLevel;
        Restart();
    }

    private readonly Embedding Top => _open[_count - 1];

    /// <summary>Finds them.</summary>
    /// <param name="classes">The class of each character.</param>
    /// <param name="types">The classes, with overrides carried out.</param>
    /// <param name="levels">The level of each.</param>
    /// <param name="openers">Of each PDI that closes an isolate, where that was opened; else -1.</param>
    /// <param name="baseLevel">The level of the paragraph.</param>
    public static void Find(
        ReadOnlySpan<BidiClass> classes, Span<BidiClass> types, Span<byte> levels, Span<int> openers, byte baseLevel)
    {
        var state = new ExplicitLevels(stackalloc Embedding[MaxDepth + 2], baseLevel);
        openers.Fill(-1);
        for (var i = 0; i < classes.Length; i++)
        {
            var type = classes[i];
            if (type == BidiClass.PDI)
                openers[i] = state.CloseIsolate();
            else if (type == BidiClass.PDF)
                state.CloseEmbedding();
            else if (type == BidiClass.B)
                state.Restart();

            levels[i] = state.Top.Level;
            types[i] = state.Top.Override == BidiClass.ON || BidiClasses.IsRemoved(type) || type == BidiClass.B ? type : state.Top.Override;

            if (BidiClasses.IsIsolateInitiator(type))
                state.OpenIsolate(classes, i);
            else if (type is BidiClass.LRE or BidiClass.LRO or BidiClass.RLE or BidiClass.RLO)
                state.OpenEmbedding(type);
        }
    }

    private static bool IsRightToLeft(ReadOnlySpan<BidiClass> classes, int index) => classes[index] switch
    {
        BidiClass.RLI => true,
        BidiClass.FSI => BidiClasses.FirstStrong(classes[(index + 1)..], isInIsolate: true) == 1,
        _ => false,
    };

    private void Restart()
    {
        _open[0] = new Embedding(_baseLevel, BidiClass.ON, -1);
        (_count, _overflowIsolates, _overflowEmbeddings, _validIsolates) = (1, 0, 0, 0);
    }

    private readonly int NextLevel(bool isRightToLeft) => isRightToLeft ? (Top.Level + 1) | 1 : (Top.Level + 2) & ~1;

    // Where nothing can be opened any more, nothing is looked for either: a text of isolates alone would be read again for each of them.
    private void OpenIsolate(ReadOnlySpan<BidiClass> classes, int index)
    {
        var level = _overflowIsolates > 0 || _overflowEmbeddings > 0 ? byte.MaxValue : NextLevel(IsRightToLeft(classes, index));
        if (level > MaxDepth)
        {
            _overflowIsolates++;
            return;
        }

        _validIsolates++;
        _open[_count++] = new Embedding((byte)level, BidiClass.ON, index);
    }

    private void OpenEmbedding(BidiClass type)
    {
        var level = NextLevel(type is BidiClass.RLE or BidiClass.RLO);
        if (level > MaxDepth || _overflowIsolates > 0 || _overflowEmbeddings > 0)
        {
            _overflowEmbeddings += _overflowIsolates == 0 ? 1 : 0;
            return;
        }

        var forced = type switch { BidiClass.LRO => BidiClass.L, BidiClass.RLO => BidiClass.R, _ => BidiClass.ON };
        _open[_count++] = new Embedding((byte)level, forced, -1);
    }

    // Where the isolate was opened that is closed; -1 for none.
    private int CloseIsolate()
    {
        if (_overflowIsolates > 0)
        {
            _overflowIsolates--;
            return -1;
        }

        if (_validIsolates == 0)
            return -1;

        _overflowEmbeddings = 0;
        while (!Top.IsIsolate)
            _count--;

        _validIsolates--;
        return _open[--_count].Opener;
    }

    private void CloseEmbedding()
    {
        if (_overflowIsolates > 0)
            return;

        if (_overflowEmbeddings > 0)
            _overflowEmbeddings--;
        else if (!Top.IsIsolate && _count > 1)
            _count--;
    }
}
