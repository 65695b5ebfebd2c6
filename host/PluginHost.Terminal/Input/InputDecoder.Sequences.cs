using System.Text;

namespace PluginHost.Terminal;

public sealed partial class InputDecoder
{
    private const int LongestSequence = 128;
    private const int LongestKeypad = 8;
    private const int LongestMouse = 64;

    private void TakeEscape(byte next, ICollection<InputEvent> events)
    {
        switch (next)
        {
            case Esc:
                if (_isTwice)
                    events.Add(new KeyInput(Key.Escape, "", Modifiers.None));

                _isTwice = true;
                break;
            case (byte)'[':
                Open(DecoderState.Csi, next);
                break;
            case (byte)'O':
                Open(DecoderState.Ss3, next);
                break;
            case (byte)']' or (byte)'P' or (byte)'_' or (byte)'^' or (byte)'X':
                Open(DecoderState.String, next);
                break;
            case >= 0x80:
                FlushTwice(events);
                _isAlt = true;
                BeginRune(next);
                break;
            default:
                FlushTwice(events);
                Reset();
                events.Add(next is > (byte)' ' and < Delete ? Legacy.Alt(new Rune(next)) : Legacy.Key(next, Modifiers.Alt));
                break;
        }
    }

    private void TakeCsi(byte next, ICollection<InputEvent> events)
    {
        if (Interrupts(next))
            return;

        switch (next)
        {
            case >= 0x20 and <= 0x3F:
                if (_length < LongestSequence)
                    _sequence[_length] = next;

                _length = Math.Min(_length + 1, LongestSequence + 1);
                break;
            case (byte)'[' when _length == 0:
                // The Linux console's F1 to F5: one more byte.
                _state = DecoderState.Console;
                break;
            case (byte)'M' when _length == 0:
                // The mouse as it was before SGR: three more bytes.
                Skip(3);
                break;
            case not ((byte)'M' or (byte)'m') and >= 0x40 and < Delete when _length > 0 && _sequence[0] == '<':
                // Numbers alone stand before its end: what follows is no text.
                (_state, _skip) = (DecoderState.BrokenMouse, LongestMouse);
                break;
            case >= 0x40 and < Delete:
                EndCsi(next, events);
                break;
            default:
                Reset();
                break;
        }
    }

    private void EndCsi(byte final, ICollection<InputEvent> events)
    {
        var body = _sequence.AsSpan(0, Math.Min(_length, LongestSequence));
        var isWhole = _length <= LongestSequence;
        var isTwice = _isTwice;
        Reset();
        if (!isWhole)
            return;

        if (final == '~' && body.SequenceEqual("200"u8))
        {
            _state = DecoderState.Paste;
            return;
        }

        Add(Sequences.Csi(body, final, IsProbing), isTwice, events);
    }

    private void TakeBrokenMouse(byte next, ICollection<InputEvent> events)
    {
        if (Interrupts(next))
            return;

        _skip--;
        if (next is (byte)'M' or (byte)'m' || _skip == 0)
        {
            Reset();
        }
        else if (next is < (byte)' ' or >= Delete)
        {
            Reset();
            Take(next, events);
        }
    }

    private void TakeSs3(byte next, ICollection<InputEvent> events)
    {
        if (Interrupts(next))
            return;

        // Some send modifiers before the letter.
        if (next is (>= (byte)'0' and <= (byte)'9') or (byte)';' && _length < LongestKeypad)
        {
            _sequence[_length++] = next;
            return;
        }

        var key = Sequences.Ss3(_sequence.AsSpan(0, _length), next);
        var isTwice = _isTwice;
        Reset();
        Add(key, isTwice, events);
    }

    private void TakeConsole(byte next, ICollection<InputEvent> events)
    {
        if (Interrupts(next))
            return;

        var isTwice = _isTwice;
        Reset();
        Add(Sequences.Console(next), isTwice, events);
    }

    /// <summary>Whether a byte breaks off what was begun: an escape begins anew, cancel ends.</summary>
    private bool Interrupts(byte next)
    {
        if (next is not (Esc or Cancel or Substitute))
            return false;

        Reset();
        if (next == Esc)
            _state = DecoderState.Escape;

        return true;
    }

    private static void Add(InputEvent? input, bool isAlt, ICollection<InputEvent> events)
    {
        if (input is KeyInput key && isAlt)
            events.Add(key with { Modifiers = key.Modifiers | Modifiers.Alt });
        else if (input is not null)
            events.Add(input);
    }
}
