namespace PluginHost.Terminal;

public sealed partial class Editor
{
    private const string Brackets = "()[]{}";
    private const int FarthestBracket = 400; // Lines.

    private (long Version, TextPlace Caret) _bracketsOf = (-1, default);
    private (TextPlace, TextPlace)? _brackets;

    // The bracket behind the caret, or else the one before it, and the one that belongs to it.
    private (TextPlace, TextPlace)? FindBrackets()
    {
        if (Language is null or { IsProse: true } || _carets.Count > 1)
            return null;

        if (_bracketsOf == (_document.Version, Caret))
            return _brackets;

        _bracketsOf = (_document.Version, Caret);
        return _brackets = PairAt(Caret) ?? (Caret.Column > 0 ? PairAt(Caret with { Column = Caret.Column - 1 }) : null);
    }

    private (TextPlace, TextPlace)? PairAt(TextPlace place)
    {
        var text = _document.Line(place.Line);
        var kind = place.Column < text.Length ? Brackets.IndexOf(text[place.Column], StringComparison.Ordinal) : -1;
        if (kind < 0 || _view.Looks.Of(place.Line).IsQuoted(place.Column))
            return null;

        var step = kind % 2 == 0 ? 1 : -1;
        var (own, other) = (Brackets[kind], Brackets[kind + step]);
        var depth = 0;
        for (var (line, column) = (place.Line, place.Column); line >= 0 && line < _document.LineCount; line += step)
        {
            if (Math.Abs(line - place.Line) > FarthestBracket)
                return null;

            text = _document.Line(line);
            for (column = line == place.Line ? column : step > 0 ? 0 : text.Length - 1; column >= 0 && column < text.Length; column += step)
            {
                if ((text[column] != own && text[column] != other) || _view.Looks.Of(line).IsQuoted(column))
                    continue;

                depth += text[column] == own ? 1 : -1;
                if (depth == 0)
                    return (place, new TextPlace(line, column));
            }
        }

        return null;
    }
}
