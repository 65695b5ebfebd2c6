using System.Buffers;

namespace PluginHost.Terminal;

/// <summary>Takes a paragraph apart into isolating run sequences and has each resolved (rules X9 and X10).</summary>
internal static class IsolatingRuns
{
    private const int None = -1;

    /// <summary>Finds the levels of a paragraph, but for L1.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="classes">The class of each character.</param>
    /// <param name="types">Room for classes on the way.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="baseLevel">The level of the paragraph.</param>
    public static void Resolve(
        ReadOnlySpan<char> text, ReadOnlySpan<BidiClass> classes, Span<BidiClass> types, Span<byte> levels, byte baseLevel)
    {
        var length = text.Length;
        var numbers = ArrayPool<int>.Shared.Rent((length * 6) + 1);
        var room = ArrayPool<BidiClass>.Shared.Rent(length);
        try
        {
            var links = numbers.AsSpan(0, length);
            ExplicitLevels.Find(classes, types, levels, links, baseLevel);

            var kept = numbers.AsSpan(length, length);
            kept = kept[..Keep(classes, kept)];
            var starts = numbers.AsSpan(length * 4, length + 1);
            starts = starts[..Cut(kept, levels, starts)];
            var next = numbers.AsSpan((length * 5) + 1, length);
            Link(classes, kept, starts, links, next);

            var sequence = new RunSequence(
                text, classes, kept, numbers.AsSpan(length * 2, length), numbers.AsSpan(length * 3, length), room);
            for (var run = 0; run < starts.Length - 1; run++)
            {
                if (IsContinuation(classes, links, kept[starts[run]]))
                    continue;

                sequence.Clear();
                for (var part = run; part != None; part = next[part])
                    sequence.Add(starts[part], starts[part + 1], types);

                sequence.Resolve(types, levels, baseLevel);
            }

            // Only now: a sequence looks at the explicit levels of its neighbours.
            Raise(kept, types, levels);
            FillRemoved(classes, levels, baseLevel);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(numbers);
            ArrayPool<BidiClass>.Shared.Return(room);
        }
    }

    private static int Keep(ReadOnlySpan<BidiClass> classes, Span<int> kept)
    {
        var count = 0;
        for (var i = 0; i < classes.Length; i++)
        {
            if (!BidiClasses.IsRemoved(classes[i]))
                kept[count++] = i;
        }

        return count;
    }

    // Where each run of one level begins, and behind the last.
    private static int Cut(ReadOnlySpan<int> kept, ReadOnlySpan<byte> levels, Span<int> starts)
    {
        var count = 0;
        for (var i = 0; i < kept.Length; i++)
        {
            if (i == 0 || levels[kept[i]] != levels[kept[i - 1]])
                starts[count++] = i;
        }

        starts[count++] = kept.Length;
        return count;
    }

    // A run that ends where an isolate is opened goes on in the run that begins where it is closed.
    private static void Link(
        ReadOnlySpan<BidiClass> classes, ReadOnlySpan<int> kept, ReadOnlySpan<int> starts, Span<int> links, Span<int> next)
    {
        for (var run = 0; run < starts.Length - 1; run++)
        {
            next[run] = None;
            var first = kept[starts[run]];
            if (IsContinuation(classes, links, first))
                next[links[links[first]]] = run;

            var last = kept[starts[run + 1] - 1];
            if (BidiClasses.IsIsolateInitiator(classes[last]))
                links[last] = run;
        }
    }

    private static bool IsContinuation(ReadOnlySpan<BidiClass> classes, ReadOnlySpan<int> links, int first) =>
        classes[first] == BidiClass.PDI && links[first] != None && links[links[first]] != None;

    // I1 and I2.
    private static void Raise(ReadOnlySpan<int> kept, ReadOnlySpan<BidiClass> types, Span<byte> levels)
    {
        foreach (var i in kept)
        {
            levels[i] += (byte)((levels[i] % 2, types[i]) switch
            {
                (0, BidiClass.R) => 1,
                (0, BidiClass.AN or BidiClass.EN) => 2,
                (1, BidiClass.L or BidiClass.AN or BidiClass.EN) => 1,
                _ => 0,
            });
        }
    }

    private static void FillRemoved(ReadOnlySpan<BidiClass> classes, Span<byte> levels, byte baseLevel)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (BidiClasses.IsRemoved(classes[i]))
                levels[i] = i == 0 ? baseLevel : levels[i - 1];
        }
    }
}
