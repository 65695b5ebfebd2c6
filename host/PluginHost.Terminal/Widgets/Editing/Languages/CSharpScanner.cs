using System.Collections.Frozen;

namespace PluginHost.Terminal;

/// <summary>Goes through one line of C#.</summary>
internal ref partial struct CSharpScanner(string line, long state, List<TextSpan> spans)
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
        ("abstract and as async await base bool break byte case catch char checked class const continue decimal default delegate do double dynamic else enum "
        + "event explicit extern false finally fixed float for foreach from get global goto group if implicit in init int interface internal into is let lock "
        + "long nameof namespace new not null object on operator or orderby out override params partial private protected public readonly record ref required "
        + "return sbyte sealed select set short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort "
        + "using value var virtual void volatile when where while with yield").Split(' '), StringComparer.Ordinal);

    private readonly string _line = line;
    private readonly List<TextSpan> _spans = spans;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _keywords = Keywords.GetAlternateLookup<ReadOnlySpan<char>>();
    private CSharpNesting _open = new(state);
    private int _at;

    /// <summary>Tells its parts.</summary>
    /// <returns>What is open at its end.</returns>
    public long Scan()
    {
        while (_at < _line.Length)
        {
            var top = _open.Top;
            if (top.Kind == CSharpOpen.Comment)
                Comment();
            else if (top.Kind != CSharpOpen.Nothing && top.Depth == 0)
                StringText(top);
            else
                Token(top);
        }

        if (_open.Top is { Kind: CSharpOpen.String, Depth: 0 })
            _open.Pop();

        return _open.State;
    }

    private void Token(CSharpLevel top)
    {
        var character = _line[_at];
        if (Starts("//"))
            LineComment();
        else if (Starts("/*"))
            OpenComment();
        else if (character is '"' or '$' or '@' && TryOpenString())
            return;
        else if (character == '\'')
            Character();
        else if (char.IsAsciiDigit(character))
            Number();
        else if (IsNamePart(character) || character is '@' or '#')
            Name();
        else if (character is '{' or '}' && top.Depth > 0)
            Brace(top, character == '{');
        else
            _at++;
    }

    private void LineComment()
    {
        var text = _at + 2;
        while (text < _line.Length && _line[text] is '/' or ' ')
            text++;

        Add(_at, text, Roles.CodeComment, false);
        Add(text, _line.Length, Roles.CodeComment, true);
        _at = _line.Length;
    }

    private void OpenComment()
    {
        Add(_at, _at + 2, Roles.CodeComment, false);
        _at += 2;
        _open.Push(new CSharpLevel(CSharpOpen.Comment, 0, 0, 0));
        if (_open.Top.Kind == CSharpOpen.Comment)
            Comment();
    }

    private void Comment()
    {
        var end = _line.IndexOf("*/", _at, StringComparison.Ordinal);
        Add(_at, end < 0 ? _line.Length : end, Roles.CodeComment, true);
        _at = end < 0 ? _line.Length : end + 2;
        if (end < 0)
            return;

        Add(end, _at, Roles.CodeComment, false);
        _open.Pop();
    }

    private void Character()
    {
        var start = _at++;
        while (_at < _line.Length && _line[_at] != '\'')
            _at += _line[_at] == '\\' ? 2 : 1;

        _at = Math.Min(_at + 1, _line.Length);
        Add(start, _at, Roles.CodeString, false);
    }

    private void Number()
    {
        var start = _at;
        while (_at < _line.Length && (char.IsAsciiLetterOrDigit(_line[_at]) || _line[_at] == '_' || IsPoint(_at)))
            _at++;

        Add(start, _at, Roles.CodeNumber, false);
    }

    private readonly bool IsPoint(int index) => _line[index] == '.' && index + 1 < _line.Length && char.IsAsciiDigit(_line[index + 1]);

    private void Name()
    {
        var start = _at++;
        while (_at < _line.Length && IsNamePart(_line[_at]))
            _at++;

        var name = _line.AsSpan(start, _at - start);
        var role = RoleOf(name, start);
        var isForeign = !Ascii.IsAll(name);
        if (role != Roles.Text || isForeign)
            Add(start, _at, role, isForeign);
    }

    private readonly string RoleOf(ReadOnlySpan<char> name, int start)
    {
        if (name[0] == '#' || _keywords.Contains(name))
            return Roles.CodeKeyword;

        var next = Next(_at);
        var follows = LastBefore(start);
        if (next == '(')
            return follows.EndsWith("new", StringComparison.Ordinal) ? Roles.CodeType : Roles.CodeCall;

        return char.IsUpper(name[0]) && !follows.EndsWith(".", StringComparison.Ordinal) ? Roles.CodeType : Roles.Text;
    }

    private readonly char Next(int index)
    {
        while (index < _line.Length && _line[index] == ' ')
            index++;

        return index < _line.Length ? _line[index] : '\0';
    }

    private readonly ReadOnlySpan<char> LastBefore(int index) => _line.AsSpan(0, index).TrimEnd(' ');

    private readonly bool Starts(string sign) => _line.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal);

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character == '_' || char.IsSurrogate(character)
        || (character > '~' && char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark);

    private readonly void Add(int start, int end, string role, bool isSentence)
    {
        if (start < end)
            _spans.Add(new TextSpan(start, end - start, role) { IsSentence = isSentence });
    }
}
