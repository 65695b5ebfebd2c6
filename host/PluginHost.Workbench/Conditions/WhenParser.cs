namespace PluginHost.Workbench.Conditions;

/// <summary>
/// Reads a when-clause: names, <c>!</c>, <c>&amp;&amp;</c>, <c>||</c>, parentheses, and comparisons of a name with a word, a number or a text in quotes. It stops at
/// the first character that does not fit, and says which.
/// </summary>
internal sealed class WhenParser(string text)
{
    private const int MostNested = 50;
    private static readonly string[] Signs = ["==", "!=", "<=", ">=", "<", ">"];
    private int _at;
    private int _depth;

    public string? Problem { get; private set; }

    public Condition? Parse()
    {
        var whole = ReadAny();
        Skip();
        if (whole is not null && _at < text.Length)
            return Stop(Texts.WhenTooMuch);

        return whole;
    }

    private Condition? ReadAny()
    {
        Skip();
        var start = _at;
        var left = ReadAll();
        while (left is not null && Take("||"))
            left = ReadAll() is { } right ? new AnyCondition(Since(start), left, right) : null;

        return left;
    }

    private Condition? ReadAll()
    {
        Skip();
        var start = _at;
        var left = ReadOne();
        while (left is not null && Take("&&"))
            left = ReadOne() is { } right ? new AllCondition(Since(start), left, right) : null;

        return left;
    }

    private Condition? ReadOne()
    {
        Skip();
        if (++_depth > MostNested)
            return Stop(Texts.WhenTooDeep);

        var start = _at;
        var one = Take("!") ? ReadOne() is { } inner ? new NotCondition(Since(start), inner) : null
            : Take("(") ? ReadClosed()
            : ReadComparison();
        _depth--;
        return one;
    }

    private Condition? ReadClosed()
    {
        if (ReadAny() is not { } inner)
            return null;

        return Take(")") ? inner : Stop(Texts.WhenNotClosed);
    }

    private Condition? ReadComparison()
    {
        var start = _at;
        var key = ReadWord();
        if (key.Length == 0)
            return Stop(Texts.WhenNameWanted);

        foreach (var sign in Signs)
        {
            if (!Take(sign))
                continue;

            Skip();
            return ReadOperand() is { } word ? new CompareCondition(Since(start), key, sign, word) : null;
        }

        return new TruthCondition(key, key);
    }

    private string? ReadOperand()
    {
        if (_at < text.Length && text[_at] is '\'' or '"')
        {
            var end = text.IndexOf(text[_at], _at + 1);
            if (end < 0)
            {
                Stop(Texts.WhenQuoteNotClosed);
                return null;
            }

            var quoted = text[(_at + 1)..end];
            _at = end + 1;
            return quoted;
        }

        var word = ReadWord();
        if (word.Length > 0)
            return word;

        Stop(Texts.WhenValueWanted);
        return null;
    }

    private string ReadWord()
    {
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '.' or '_' or '-' or ':'))
            _at++;

        return text[start.._at];
    }

    private bool Take(string sign)
    {
        Skip();
        if (!text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
            return false;

        _at += sign.Length;
        return true;
    }

    private void Skip()
    {
        while (_at < text.Length && text[_at] == ' ')
            _at++;
    }

    private string Since(int start) => text[start.._at].TrimEnd();

    private Condition? Stop(string what)
    {
        Problem ??= Texts.Fill(Texts.WhenProblem, text, _at + 1, what);
        return null;
    }
}
