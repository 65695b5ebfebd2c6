using System.Text;

namespace PluginHost.Terminal;

public sealed partial class InputDecoder
{
    private void BeginRune(byte first)
    {
        var wanted = first switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (wanted == 0)
        {
            Reset();
            return;
        }

        _state = DecoderState.Rune;
        (_rune[0], _runeLength, _runeWanted) = (first, 1, wanted);
    }

    private void TakeRune(byte next, ICollection<InputEvent> events)
    {
        if (next is < 0x80 or > 0xBF)
        {
            // It was cut off: what it should have been is unknown.
            Reset();
            Take(next, events);
            return;
        }

        _rune[_runeLength++] = next;
        if (_runeLength < _runeWanted)
            return;

        var isAlt = _isAlt;
        var length = _runeLength;
        Reset();
        if (Rune.DecodeFromUtf8(_rune.AsSpan(0, length), out var rune, out _) == System.Buffers.OperationStatus.Done && !Rune.IsControl(rune))
            events.Add(isAlt ? Legacy.Alt(rune) : new KeyInput(Key.Character, rune.ToString(), Modifiers.None));
    }
}
