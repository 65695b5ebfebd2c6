namespace PluginHost.Terminal;

/// <summary>The parts of one line. While neither the line nor what stands before it changes, it is the same object.</summary>
internal sealed class LineLook
{
    public LineLook(string text, long state, TextSpan[] spans)
    {
        (Text, State, Spans) = (text, state, spans);
        Sentences = SentencesOf(spans);
    }

    public string Text { get; }

    /// <summary>What was open before the line.</summary>
    public long State { get; }

    public TextSpan[] Spans { get; }

    /// <summary>The parts that are put in order by themselves. Those side by side are one.</summary>
    public Range[] Sentences { get; }

    /// <summary>Whether a place is within a string or a comment.</summary>
    public bool IsQuoted(int column)
    {
        foreach (var span in Spans)
        {
            if (column >= span.Start && column < span.End)
                return span.Role is Roles.CodeString or Roles.CodeComment;
        }

        return false;
    }

    private static Range[] SentencesOf(TextSpan[] spans)
    {
        var sentences = new List<Range>();
        foreach (var span in spans)
        {
            if (!span.IsSentence || span.Length == 0)
                continue;

            if (sentences.Count > 0 && sentences[^1].End.Value == span.Start)
                sentences[^1] = sentences[^1].Start..span.End;
            else
                sentences.Add(span.Start..span.End);
        }

        return [.. sentences];
    }
}
