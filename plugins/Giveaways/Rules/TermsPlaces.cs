namespace PluginHost.Giveaways.Rules;

/// <summary>
/// Where the keys of a giveaway's file stand. The text was read as YAML before, and has at most two levels of keys: so only keys are looked for, and neither what is
/// quoted nor what is a comment.
/// </summary>
internal sealed class TermsPlaces(string text)
{
    private readonly string[] _lines = text.TrimStart('\uFEFF').Split('\n');

    /// <summary>The line and column of a key, from 1; of what cannot be found, those of the key that it stands under, and else of the beginning.</summary>
    public (int Line, int Column) Of(string section, string key)
    {
        if (section.Length == 0)
            return FindOutermost(key) ?? (1, 1);

        if (FindOutermost(section) is not { } from)
            return (1, 1);

        var to = from.Line;
        while (to < _lines.Length && (_lines[to].Length == 0 || _lines[to][0] is ' ' or '\t' or '\r' or '#' or '}'))
            to++;

        return Find(key, from.Line - 1, from.Column - 1 + section.Length, to) ?? from;
    }

    // In blocks the outermost keys begin their lines. Else the whole is in braces.
    private (int Line, int Column)? FindOutermost(string key)
    {
        for (var line = 0; line < _lines.Length; line++)
        {
            if (LengthOf(key, _lines[line], 0) > 0)
                return (line + 1, 1);
        }

        return Find(key, 0, 0, _lines.Length);
    }

    private (int Line, int Column)? Find(string key, int from, int column, int to)
    {
        var quote = '\0';
        for (var line = from; line < to; line++, column = 0)
        {
            var isBeginning = true;
            for (; column < _lines[line].Length; column++)
            {
                var sign = _lines[line][column];
                if (quote != '\0')
                {
                    quote = sign == quote ? '\0' : quote;
                    continue;
                }

                if (sign == '#' && (column == 0 || _lines[line][column - 1] is ' ' or '\t'))
                    break;

                if (isBeginning && sign is not (' ' or '\t'))
                {
                    if (LengthOf(key, _lines[line], column) > 0)
                        return (line + 1, column + 1);

                    quote = sign is '"' or '\'' ? sign : '\0';
                }

                isBeginning = sign is '{' or ',' or '[' or ':' || (isBeginning && sign is ' ' or '\t' or '-');
            }
        }

        return null;
    }

    // How long the key is that stands there, its colon among it; 0 where it is another.
    private static int LengthOf(string key, string line, int at)
    {
        foreach (var written in (string[])[key, $"\"{key}\"", $"'{key}'"])
        {
            if (string.CompareOrdinal(line, at, written, 0, written.Length) != 0)
                continue;

            var end = at + written.Length;
            while (end < line.Length && line[end] == ' ')
                end++;

            if (end < line.Length && line[end] == ':')
                return end + 1 - at;
        }

        return 0;
    }
}
