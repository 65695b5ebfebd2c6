namespace PluginHost.Terminal;

/// <summary>What a single-line field holds at one moment.</summary>
/// <param name="Text">The text.</param>
/// <param name="Caret">Where the caret stands.</param>
/// <param name="Anchor">The other end of the selection; the caret's place where nothing is selected.</param>
internal readonly record struct InputState(string Text, int Caret, int Anchor)
{
    public int Start => Math.Min(Caret, Anchor);

    public int End => Math.Max(Caret, Anchor);

    public bool HasSelection => Caret != Anchor;

    public string Selected => Text[Start..End];

    /// <summary>The state with another text in place of a part.</summary>
    public InputState With(int start, int end, string text)
    {
        var caret = start + text.Length;
        return new InputState(string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end)), caret, caret);
    }

    /// <summary>The state with the caret elsewhere.</summary>
    public InputState At(int caret, bool selects) => this with { Caret = caret, Anchor = selects ? Anchor : caret };
}
