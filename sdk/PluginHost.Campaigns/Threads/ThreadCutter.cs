using System.Globalization;

namespace PluginHost.Campaigns;

/// <summary>
/// Cuts a text into parts that fit. Each part takes as much as it can; a good place to cut is taken where it lies in the second half of that. Whatever the rules
/// say, a part is one only after it was counted.
/// </summary>
internal sealed class ThreadCutter(string text, NetworkRules rules)
{
    private readonly List<ThreadAtom> _atoms = ThreadAtoms.Of(text);

    public ThreadSplit CutNumbered()
    {
        if (Fits(text))
            return new ThreadSplit { Parts = [text] };

        // Numbers take room, and more of it where there are many parts.
        for (var digits = 1; ; digits++)
        {
            var most = new string('9', digits);
            var split = Cut($" {most}/{most}");
            if (split.Parts.Count < Math.Pow(10, digits))
            {
                var parts = split.Parts.Select((part, place) => string.Create(CultureInfo.InvariantCulture, $"{part} {place + 1}/{split.Parts.Count}"));
                return split with { Parts = [.. parts] };
            }
        }
    }

    public ThreadSplit Cut(string number)
    {
        if (Fits(text + number))
            return new ThreadSplit { Parts = [text] };

        var parts = new List<string>();
        var first = Skip(0);
        while (first < _atoms.Count)
        {
            var next = Next(first, number);
            if (next == first)
            {
                var atom = _atoms[first];
                return new ThreadSplit { TooLong = new TextRange { Start = atom.Start, Length = atom.End - atom.Start } };
            }

            parts.Add(Part(first, next));
            first = Skip(next);
        }

        return new ThreadSplit { Parts = parts };
    }

    // Where the part ends that begins there: the first atom that is not of it.
    private int Next(int first, string number)
    {
        var most = Most(first, number);
        if (most == _atoms.Count || most == first)
            return most;

        var half = _atoms[first].Start + ((_atoms[most - 1].End - _atoms[first].Start) / 2);
        foreach (var (kind, from) in ((CutKind, int)[])[(CutKind.Paragraph, half), (CutKind.Sentence, half), (CutKind.Word, 0)])
        {
            for (var at = most; at > first && _atoms[at].Start >= from; at--)
            {
                if (_atoms[at].Before >= kind && Fits(Part(first, at) + number))
                    return at;
            }
        }

        return most;
    }

    // How far it fits: looked for by halves, then made sure of, because a text that is cut off may count otherwise than it did within the whole.
    private int Most(int first, string number)
    {
        var (fits, tooFar) = (first, _atoms.Count + 1);
        while (tooFar - fits > 1)
        {
            var middle = fits + ((tooFar - fits) / 2);
            if (Fits(Part(first, middle) + number))
                fits = middle;
            else
                tooFar = middle;
        }

        return fits;
    }

    private string Part(int first, int next)
    {
        while (next > first && _atoms[next - 1].IsSpace)
            next--;

        return next == first ? "" : text[_atoms[first].Start.._atoms[next - 1].End];
    }

    private int Skip(int atom)
    {
        while (atom < _atoms.Count && _atoms[atom].IsSpace)
            atom++;

        return atom;
    }

    private bool Fits(string part) => rules.Count(part).Fits;
}
