namespace PluginHost.Terminal;

internal ref partial struct CSharpScanner
{
    private const int LeastRaw = 3;

    private bool TryOpenString()
    {
        var (start, dollars, isVerbatim) = (_at, 0, false);
        var at = _at;
        for (; at < _line.Length && _line[at] is '$' or '@'; at++)
        {
            dollars += _line[at] == '$' ? 1 : 0;
            isVerbatim |= _line[at] == '@';
        }

        var quotes = Run('"', at);
        if (quotes == 0)
        {
            if (_line[_at] != '$')
                return false;

            _at = at;
            return true;
        }

        var isRaw = quotes >= LeastRaw && !isVerbatim;
        _at = at + (isRaw ? quotes : 1);
        Add(start, _at, Roles.CodeString, false);
        var level = new CSharpLevel(
            isRaw ? CSharpOpen.Raw : isVerbatim ? CSharpOpen.Verbatim : CSharpOpen.String, isRaw ? dollars : Math.Min(dollars, 1), isRaw ? quotes : 1, 0);
        _open.Push(level);
        if (_open.Top == level)
            StringText(level);

        return true;
    }

    // Up to the end of the string, of the line, or to a hole.
    private void StringText(CSharpLevel level)
    {
        var start = _at;
        while (_at < _line.Length)
        {
            var character = _line[_at];
            if (character == '\\' && level.Kind == CSharpOpen.String)
            {
                _at = Math.Min(_at + 2, _line.Length);
            }
            else if (character == '"')
            {
                if (EndString(level, start))
                    return;
            }
            else if (character == '{' && level.Dollars > 0)
            {
                if (OpenHole(level, start))
                    return;
            }
            else
            {
                _at++;
            }
        }

        Add(start, _at, Roles.CodeString, true);
    }

    private bool EndString(CSharpLevel level, int start)
    {
        var quotes = Run('"', _at);
        if (level.Kind == CSharpOpen.Verbatim && quotes > 1)
        {
            // Two stand for one.
            _at += 2;
            return false;
        }

        if (quotes < level.Quotes)
        {
            _at += quotes;
            return false;
        }

        Add(start, _at, Roles.CodeString, true);
        Add(_at, _at + level.Quotes, Roles.CodeString, false);
        _at += level.Quotes;
        _open.Pop();
        return true;
    }

    private bool OpenHole(CSharpLevel level, int start)
    {
        var braces = Run('{', _at);
        var isText = level.Kind == CSharpOpen.Raw ? braces < level.Dollars : braces % 2 == 0;
        if (isText)
        {
            _at += braces;
            return false;
        }

        var hole = _at + braces - level.Dollars;
        Add(start, hole, Roles.CodeString, true);
        _at += braces;
        _open.Replace(level with { Depth = 1 });
        return true;
    }

    private void Brace(CSharpLevel level, bool isOpening)
    {
        var depth = level.Depth + (isOpening ? 1 : -1);
        _at = depth == 0 ? Math.Min(_at + level.Dollars, _line.Length) : _at + 1;
        _open.Replace(level with { Depth = depth });
    }

    private readonly int Run(char character, int at)
    {
        var length = 0;
        while (at + length < _line.Length && _line[at + length] == character)
            length++;

        return length;
    }
}
