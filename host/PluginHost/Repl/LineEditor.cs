using PluginHost.Engine.Scripting;
using PluginHost.Printing;
using PluginHost.Terminal;

namespace PluginHost.Repl;

/// <summary>
/// Reads a line from a terminal, with the keys that people expect: arrows, Home and End, Ctrl+A, E, K, U and W, a history by Up and Down, Tab for what could be
/// written. It draws on the error stream, one row: a line that is longer is shown around the caret.
/// </summary>
internal sealed class LineEditor(ReplHistory history, Func<string, IReadOnlyList<string>> complete)
{
    private const int MostOffers = 60;
    private static readonly TextOptions Cells = new() { TabWidth = 0 };

    private readonly LineText _line = new();
    private int _place;
    private string _begun = "";

    public string Text => _line.Text;

    /// <summary>Reads a line.</summary>
    /// <param name="prompt">What stands before it.</param>
    /// <param name="before">The lines before it, which belong to the same entry.</param>
    public LineEnd Read(string prompt, string before)
    {
        _line.Set("");
        _place = history.Entries.Count;
        var treated = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                Draw(prompt);
                var key = Console.ReadKey(intercept: true);
                if (EndBy(key) is { } end)
                {
                    _line.End();
                    Draw(prompt);
                    Console.Error.WriteLine(end == LineEnd.Cancelled ? "^C" : "");
                    return end;
                }

                Take(key, before);
            }
        }
        catch (InvalidOperationException)
        {
            // The terminal is gone.
            return LineEnd.Leaves;
        }
        finally
        {
            Console.TreatControlCAsInput = treated;
        }
    }

    private LineEnd? EndBy(ConsoleKeyInfo key) => key switch
    {
        { Key: ConsoleKey.Enter } => LineEnd.Entered,
        { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control } => LineEnd.Cancelled,
        { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control } when _line.Text.Length == 0 => LineEnd.Leaves,
        _ => null,
    };

    private void Take(ConsoleKeyInfo key, string before)
    {
        var isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow when isControl:
                _line.WordLeft();
                break;
            case ConsoleKey.RightArrow when isControl:
                _line.WordRight();
                break;
            case ConsoleKey.LeftArrow:
                _line.Left();
                break;
            case ConsoleKey.RightArrow:
                _line.Right();
                break;
            case ConsoleKey.Home:
            case ConsoleKey.A when isControl:
                _line.Home();
                break;
            case ConsoleKey.End:
            case ConsoleKey.E when isControl:
                _line.End();
                break;
            case ConsoleKey.Backspace:
                _line.Backspace();
                break;
            case ConsoleKey.Delete:
            case ConsoleKey.D when isControl:
                _line.Delete();
                break;
            case ConsoleKey.U when isControl:
                _line.DeleteToStart();
                break;
            case ConsoleKey.K when isControl:
                _line.DeleteToEnd();
                break;
            case ConsoleKey.W when isControl:
                _line.DeleteWord();
                break;
            case ConsoleKey.UpArrow:
                Recall(_place - 1);
                break;
            case ConsoleKey.DownArrow:
                Recall(_place + 1);
                break;
            case ConsoleKey.Tab:
                Complete(before);
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                    _line.Insert(key.KeyChar.ToString());

                break;
        }
    }

    private void Recall(int place)
    {
        var entries = history.Entries;
        if (place < 0 || place > entries.Count)
            return;

        if (_place == entries.Count)
            _begun = _line.Text;

        _place = place;
        _line.Set(place == entries.Count ? _begun : entries[place].ReplaceLineEndings(" "));
    }

    private void Complete(string before)
    {
        if (_line.BeforeCaret.Trim().Length == 0)
        {
            _line.Insert("    ");
            return;
        }

        var text = before.Length == 0 ? _line.BeforeCaret : $"{before}\n{_line.BeforeCaret}";
        var offers = complete(text);
        if (offers.Count == 0)
            return;

        // As far as all of them agree; where that is nothing more, they are shown.
        var common = offers.Aggregate(Common);
        var begun = BegunOf(_line.BeforeCaret, common);
        if (common.Length > begun)
        {
            for (var i = 0; i < begun; i++)
                _line.Backspace();

            _line.Insert(common);
        }
        else if (offers.Count > 1)
        {
            var more = offers.Count > MostOffers ? FormattableString.Invariant($"  … and {offers.Count - MostOffers} more") : "";
            Console.Error.WriteLine();
            Console.Error.WriteLine(Visible.OneLine(string.Join("  ", offers.Take(MostOffers)) + more));
        }
    }

    private static string Common(string first, string second)
    {
        var length = 0;
        while (length < first.Length && length < second.Length && char.ToLowerInvariant(first[length]) == char.ToLowerInvariant(second[length]))
            length++;

        return first[..length];
    }

    // How much of an offer stands before the caret already.
    private static int BegunOf(string text, string offer)
    {
        for (var length = Math.Min(text.Length, offer.Length); length > 0; length--)
        {
            if (text.EndsWith(offer[..length], StringComparison.OrdinalIgnoreCase))
                return length;
        }

        return 0;
    }

    private void Draw(string prompt)
    {
        var room = Math.Max(10, Console.BufferWidth - prompt.Length - 1);
        var shown = Visible.OneLine(_line.Text);
        var caret = _line.Caret;
        var start = 0;
        while (TextWidth.Of(shown.AsSpan(start, caret - start), Cells) >= room)
            start++;

        var end = shown.Length;
        while (TextWidth.Of(shown.AsSpan(start, end - start), Cells) > room)
            end--;

        var column = prompt.Length + TextWidth.Of(shown.AsSpan(start, caret - start), Cells);
        Console.Error.Write($"\r\e[K{prompt}{shown[start..end]}\r{(column > 0 ? FormattableString.Invariant($"\e[{column}C") : "")}");
    }
}
