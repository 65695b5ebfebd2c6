using System.Globalization;

namespace PluginHost.Repl;

/// <summary>A line that is edited: its text and the caret, which always stands between two characters as a person sees them.</summary>
internal sealed class LineText
{
    public string Text { get; private set; } = "";

    public int Caret { get; private set; }

    public string BeforeCaret => Text[..Caret];

    public void Set(string text) => (Text, Caret) = (text, text.Length);

    public void Insert(string text)
    {
        Text = Text.Insert(Caret, text);
        Caret += text.Length;
    }

    public void Left() => Caret = Before(Caret);

    public void Right() => Caret = After(Caret);

    public void Home() => Caret = 0;

    public void End() => Caret = Text.Length;

    public void Backspace() => Delete(Before(Caret), Caret);

    public void Delete() => Delete(Caret, After(Caret));

    public void DeleteToStart() => Delete(0, Caret);

    public void DeleteToEnd() => Delete(Caret, Text.Length);

    public void DeleteWord() => Delete(WordBefore(), Caret);

    public void WordLeft() => Caret = WordBefore();

    public void WordRight()
    {
        while (Caret < Text.Length && !char.IsLetterOrDigit(Text[Caret]))
            Right();

        while (Caret < Text.Length && char.IsLetterOrDigit(Text[Caret]))
            Right();
    }

    private void Delete(int start, int end) => (Text, Caret) = (Text.Remove(start, end - start), start);

    private int After(int place) => place >= Text.Length ? Text.Length : place + StringInfo.GetNextTextElementLength(Text, place);

    // Characters can only be told from the front.
    private int Before(int place)
    {
        var before = 0;
        for (var next = 0; next < place; next = After(next))
            before = next;

        return before;
    }

    private int WordBefore()
    {
        var place = Caret;
        while (place > 0 && !char.IsLetterOrDigit(Text[place - 1]))
            place = Before(place);

        while (place > 0 && char.IsLetterOrDigit(Text[place - 1]))
            place = Before(place);

        return place;
    }
}
