namespace PluginHost.Workbench.Rendering;

/// <summary>Keeps what one text says of its direction from turning what stands behind it.</summary>
public static class Directions
{
    private const char PopFormatting = '\u202c';
    private const char PopIsolate = '\u2069';

    /// <summary>A text in which every embedding, override and isolate that it opens is closed. One that opens none is given back as it is.</summary>
    /// <param name="text">The text.</param>
    public static string Close(string text)
    {
        if (text.AsSpan().IndexOfAny(Openers) < 0)
            return text;

        // What is still open, the last first; true: an isolate, which closes what was opened in it.
        var open = new Stack<bool>();
        foreach (var character in text)
        {
            switch (character)
            {
                case '\u202a' or '\u202b' or '\u202d' or '\u202e':
                    open.Push(false);
                    break;
                case '\u2066' or '\u2067' or '\u2068':
                    open.Push(true);
                    break;
                case PopFormatting when open.Count > 0 && !open.Peek():
                    open.Pop();
                    break;
                case PopIsolate when open.Contains(true):
                    while (!open.Pop())
                    {
                    }

                    break;
                case '\n' or '\u2029':
                    open.Clear();
                    break;
            }
        }

        return open.Count == 0 ? text : text + string.Concat(open.Select(isIsolate => isIsolate ? PopIsolate : PopFormatting));
    }

    private static System.Buffers.SearchValues<char> Openers { get; } = System.Buffers.SearchValues.Create("\u202a\u202b\u202d\u202e\u2066\u2067\u2068");
}
