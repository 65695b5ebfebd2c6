namespace PluginHost.CommandLine;

/// <summary>A command line as far as it is typed: the words before the cursor, and the one that is begun there.</summary>
internal sealed record TypedLine
{
    /// <summary>The whole words, without the program's name.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>What is typed of the next word.</summary>
    public required string Begun { get; init; }

    /// <summary>Reads a line up to a position, which may lie behind its end. Quotes and backslashes are taken as shells take them, near enough for what is completed here.</summary>
    public static TypedLine Read(string line, int position)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        var isBegun = false;
        var quote = '\0';

        // Some shells cut the spaces at the end off, and tell by the position that they are there.
        var typed = position > line.Length ? line + " " : line[..position];
        for (var i = 0; i < typed.Length; i++)
        {
            var character = typed[i];
            if (quote == '\0' && char.IsWhiteSpace(character))
            {
                if (isBegun)
                    words.Add(word.ToString());

                word.Clear();
                isBegun = false;
                continue;
            }

            isBegun = true;
            if (character == quote)
                quote = '\0';
            else if (quote == '\0' && character is '"' or '\'')
                quote = character;
            else if (character == '\\' && quote != '\'' && !OperatingSystem.IsWindows() && i + 1 < typed.Length)
                word.Append(typed[++i]);
            else
                word.Append(character);
        }

        var begun = word.ToString();
        return words.Count == 0 ? new TypedLine { Words = [], Begun = isBegun ? "" : begun } : new TypedLine { Words = words[1..], Begun = begun };
    }
}
