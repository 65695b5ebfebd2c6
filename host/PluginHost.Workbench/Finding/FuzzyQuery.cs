namespace PluginHost.Workbench.Finding;

/// <summary>
/// Ranks texts by a few typed letters, which must all be there in their order. Of all ways to find them the best one counts. A letter is worth more at
/// the start of the text, of a word, at a hump (<see cref="FuzzyText"/>), and directly behind the letter before it; what is skipped costs a little, and so
/// does a long text. Case, marks and signs of direction do not count (<see cref="Folding"/>), nor do spaces in what was typed.
/// </summary>
internal sealed class FuzzyQuery
{
    private const int Found = 4;
    private const int Adjacent = 9;
    private const int MostSkipped = 3;
    private const int Never = int.MinValue / 2;
    private readonly string _letters;

    public FuzzyQuery(string typed) => _letters = Folding.Fold(typed).Replace(" ", "", StringComparison.Ordinal);

    public bool IsEmpty => _letters.Length == 0;

    /// <summary>Looks for the letters; null where one of them is not there.</summary>
    public FuzzyMatch? Match(FuzzyText text)
    {
        if (IsEmpty)
            return new FuzzyMatch(0, []);

        if (!IsThere(text))
            return null;

        // Best[i, j]: the best score of the first i + 1 letters, the last of which is found at j.
        var (rows, columns) = (_letters.Length, text.Length);
        var best = new int[rows, columns];
        var from = new int[rows, columns];
        for (var row = 0; row < rows; row++)
            Fill(text, best, from, row);

        var end = -1;
        for (var column = 0; column < columns; column++)
        {
            if (best[rows - 1, column] > Never && (end < 0 || best[rows - 1, column] > best[rows - 1, end]))
                end = column;
        }

        return end < 0 ? null : new FuzzyMatch(best[rows - 1, end] - (text.Length / 8), Trace(text, from, end));
    }

    private void Fill(FuzzyText text, int[,] best, int[,] from, int row)
    {
        var (before, at) = (Never, -1); // the best place of the letter before, of those that are not directly in front
        for (var column = 0; column < text.Length; column++)
        {
            if (row > 0 && column > 1 && best[row - 1, column - 2] >= before)
                (before, at) = (best[row - 1, column - 2], column - 2);

            best[row, column] = Never;
            if (text.Letter(column) != _letters[row])
                continue;

            var worth = Found + text.Worth(column);
            if (row == 0)
            {
                best[row, column] = worth - Math.Min(column, MostSkipped);
                continue;
            }

            if (before > Never)
                (best[row, column], from[row, column]) = (before + worth - Math.Min(column - at - 1, MostSkipped), at);

            if (column > 0 && best[row - 1, column - 1] > Never && best[row - 1, column - 1] + worth + Adjacent >= best[row, column])
                (best[row, column], from[row, column]) = (best[row - 1, column - 1] + worth + Adjacent, column - 1);
        }
    }

    private int[] Trace(FuzzyText text, int[,] from, int end)
    {
        var places = new int[_letters.Length];
        for (var row = _letters.Length - 1; row >= 0; row--)
        {
            places[row] = text.Place(end);
            end = from[row, end];
        }

        return [.. places.Distinct()];
    }

    // Most texts are thrown out here, cheaply.
    private bool IsThere(FuzzyText text)
    {
        var letter = 0;
        for (var index = 0; index < text.Length && letter < _letters.Length; index++)
        {
            if (text.Letter(index) == _letters[letter])
                letter++;
        }

        return letter == _letters.Length;
    }
}
