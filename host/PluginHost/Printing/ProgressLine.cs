using Spectre.Console.Rendering;

namespace PluginHost.Printing;

/// <summary>
/// The line at the bottom of a terminal that shows how far long work is, on the error stream. One writer at a time: whatever else is written goes
/// through <see cref="Aside"/>, so that the line is never in the middle of another.
/// </summary>
internal sealed class ProgressLine
{
    private readonly Lock _gate = new();
    private string _text = "";
    private bool _isDrawn;
    private int _pauses;

    /// <summary>Shows a text instead of the one before; an empty one takes the line away.</summary>
    public void Show(string text)
    {
        lock (_gate)
        {
            if (text == _text)
                return;

            _text = text;
            Erase();
            Draw();
        }
    }

    /// <summary>Writes something else, with the line out of the way.</summary>
    public void Aside(Action write)
    {
        lock (_gate)
        {
            Erase();
            write();
            Draw();
        }
    }

    /// <summary>Takes the line away until the result is disposed, as while a question waits for its answer.</summary>
    public IDisposable Pause()
    {
        lock (_gate)
        {
            _pauses++;
            Erase();
        }

        return new Pausing(this);
    }

    private void Resume()
    {
        lock (_gate)
        {
            if (--_pauses == 0)
                Draw();
        }
    }

    private void Draw()
    {
        if (_text.Length == 0 || _pauses > 0)
            return;

        // Cut by cells, not by characters: a line that wraps could not be taken away again.
        var fitting = Segment.Truncate(new Segment(_text), Math.Max(1, Console.BufferWidth - 1));
        Console.Error.Write(fitting?.Text);
        _isDrawn = true;
    }

    private void Erase()
    {
        if (_isDrawn)
            Console.Error.Write("\r\e[K");

        _isDrawn = false;
    }

    private sealed class Pausing(ProgressLine line) : IDisposable
    {
        private ProgressLine? _line = line;

        public void Dispose() => Interlocked.Exchange(ref _line, null)?.Resume();
    }
}
