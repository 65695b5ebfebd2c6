using System.Buffers;
using System.Text;

namespace PluginHost.Terminal;

/// <summary>Gathers pasted text until its end mark, however long it is and however it is cut.</summary>
internal sealed class PasteReader
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private int _matched;

    private static ReadOnlySpan<byte> EndMark => "\e[201~"u8;

    public bool IsComplete { get; private set; }

    /// <summary>Takes bytes in, to the end mark at most.</summary>
    /// <returns>How many it took.</returns>
    public int Take(ReadOnlySpan<byte> bytes)
    {
        var taken = 0;
        while (taken < bytes.Length && !IsComplete)
        {
            if (_matched == 0)
            {
                var plain = bytes[taken..].IndexOf(EndMark[0]);
                var text = plain < 0 ? bytes[taken..] : bytes.Slice(taken, plain);
                _bytes.Write(text);
                taken += text.Length;
                if (plain < 0)
                    break;
            }

            taken += Match(bytes[taken]);
        }

        return taken;
    }

    public string TakeText()
    {
        var text = Encoding.UTF8.GetString(_bytes.WrittenSpan).ReplaceLineEndings("\n");
        _bytes.ResetWrittenCount();
        (_matched, IsComplete) = (0, false);
        return text;
    }

    /// <summary>Follows the end mark by one byte.</summary>
    /// <returns>1, or 0 where the byte belongs to what comes after a mark that was none.</returns>
    private int Match(byte next)
    {
        if (next == EndMark[_matched])
        {
            _matched++;
            IsComplete = _matched == EndMark.Length;
            return 1;
        }

        _bytes.Write(EndMark[.._matched]);
        _matched = 0;
        return 0;
    }
}
