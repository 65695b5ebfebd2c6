namespace PluginHost.Workbench.Finding;

/// <summary>A text prepared for being looked through: folded, with the way back to the chars as they are shown, and what each letter is worth.</summary>
internal sealed class FuzzyText
{
    /// <summary>The first letter of the text.</summary>
    public const int First = 10;

    /// <summary>The first letter of a word.</summary>
    public const int WordStart = 8;

    /// <summary>A capital within a word, as in <c>openOutbox</c>.</summary>
    public const int Hump = 7;

    private readonly List<char> _letters = [];
    private readonly List<int> _places = [];
    private readonly List<int> _worth = [];

    public FuzzyText(string text)
    {
        Text = text;
        var before = ' ';
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            var worth = place == 0 ? First
                : !char.IsLetterOrDigit(before) && char.IsLetterOrDigit(letter) ? WordStart
                : char.IsUpper(letter) && char.IsLower(before) ? Hump
                : 0;
            Add(letter, place, worth);
            if (!Folding.IsIgnored(letter))
                before = letter;
        }
    }

    public string Text { get; }

    public int Length => _letters.Count;

    public char Letter(int index) => _letters[index];

    public int Place(int index) => _places[index];

    public int Worth(int index) => _worth[index];

    // A letter may fold to several, or to none.
    private void Add(char letter, int place, int worth)
    {
        if (char.IsAscii(letter))
        {
            Append(char.ToLowerInvariant(letter), place, worth);
            return;
        }

        if (char.IsSurrogate(letter))
        {
            Append(letter, place, worth);
            return;
        }

        foreach (var folded in Folding.Fold(letter.ToString()))
        {
            Append(folded, place, worth);
            worth = 0;
        }
    }

    private void Append(char letter, int place, int worth)
    {
        _letters.Add(letter);
        _places.Add(place);
        _worth.Add(worth);
    }
}
