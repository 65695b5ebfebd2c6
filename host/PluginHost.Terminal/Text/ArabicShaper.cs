namespace PluginHost.Terminal;

/// <summary>Joins Arabic letters by presentation forms, for terminals that draw each cell by itself.</summary>
internal static class ArabicShaper
{
    /// <summary>
    /// Puts the form in the place of every letter. Each stays one character, so lam and alef keep two cells. Letters that were forced to run from
    /// left to right stay as they are: their neighbours stand on the wrong side.
    /// </summary>
    /// <param name="text">The text, in the order in which it is read; it is changed.</param>
    /// <param name="levels">The level of each character.</param>
    public static void Shape(Span<char> text, ReadOnlySpan<byte> levels)
    {
        var last = -1; // The last letter, which is not yet known to be joined to the next one.
        var lastType = JoiningType.U;
        var isJoinedToLast = false;
        for (var i = 0; i < text.Length; i++)
        {
            var type = levels[i] % 2 == 0 ? JoiningType.U : UnicodeTable.TraitsOf(text[i]).Joining;
            if (type == JoiningType.T || char.IsLowSurrogate(text[i]))
                continue;

            var joins = lastType is JoiningType.D or JoiningType.L or JoiningType.C && type is JoiningType.D or JoiningType.R or JoiningType.C;
            if (last >= 0)
                text[last] = UnicodeTable.ArabicFormOf(text[last], FormOf(isJoinedToLast, joins));

            (last, lastType, isJoinedToLast) = (i, type, joins);
            if (type is JoiningType.U or JoiningType.C)
                last = -1;
        }

        if (last >= 0)
            text[last] = UnicodeTable.ArabicFormOf(text[last], FormOf(isJoinedToLast, false));
    }

    private static ArabicForm FormOf(bool isJoinedToLast, bool isJoinedToNext) => (isJoinedToLast, isJoinedToNext) switch
    {
        (false, false) => ArabicForm.Isolated,
        (true, false) => ArabicForm.Final,
        (false, true) => ArabicForm.Initial,
        (true, true) => ArabicForm.Medial,
    };
}
