using System.Text;

namespace PluginHost.Terminal;

/// <summary>
/// Turns the bytes of a terminal into events. It goes byte by byte, so how they are cut into pieces changes nothing. What it does not know is skipped,
/// never shown. What only time can tell, whether an escape stands alone, is told by <see cref="Due"/> and <see cref="Resolve"/>.
/// </summary>
/// <remarks>One file, because the states belong together; what the sequences mean is in <see cref="Sequences"/>, pasted text in <see cref="PasteReader"/>.</remarks>
public sealed class InputDecoder
{
    /// <summary>How long an escape may stand alone before it is the key.</summary>
    public static readonly TimeSpan EscapeTime = TimeSpan.FromMilliseconds(25);

    // What was begun and not ended for so long is given up: a string that never ends must not swallow the keyboard.
    private static readonly TimeSpan GiveUpTime = TimeSpan.FromSeconds(1);

    private const int LongestSequence = 128;
    private const int LongestKeypad = 8;
    private const int LongestString = 1024;
    private const byte Esc = 0x1B;
    private const byte Bell = 0x07;
    private const byte Cancel = 0x18;
    private const byte Substitute = 0x1A;
    private const byte Delete = 0x7F;

    private readonly TimeProvider _clock;
    private readonly PasteReader _paste = new();
    private readonly byte[] _sequence = new byte[LongestSequence];
    private readonly List<byte> _string = [];
    private readonly byte[] _rune = new byte[4];
    private DecoderState _state;
    private byte _introducer;
    private int _length;
    private int _runeLength;
    private int _runeWanted;
    private int _skip;
    private bool _isAlt;
    private bool _isTwice;
    private long _last;

    /// <summary>Makes one.</summary>
    /// <param name="clock">Tells how long an escape has stood alone.</param>
    public InputDecoder(TimeProvider clock) => _clock = clock;

    /// <summary>In how long <see cref="Resolve"/> must be called; null where nothing is open.</summary>
    public TimeSpan? Due
    {
        get
        {
            if (_state is DecoderState.Ground or DecoderState.Paste)
                return null;

            var left = (IsKeyAlone ? EscapeTime : GiveUpTime) - _clock.GetElapsedTime(_last);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }

    /// <summary>Whether answers of the terminal are awaited. Otherwise they are skipped, and what could be both is a key.</summary>
    internal bool IsProbing { get; set; }

    // Escape alone, or alt and the character that would begin a sequence.
    private bool IsKeyAlone => _state switch
    {
        DecoderState.Escape => true,
        DecoderState.Csi or DecoderState.Ss3 => _length == 0,
        DecoderState.String => _string.Count == 0,
        _ => false,
    };

    /// <summary>Takes in bytes.</summary>
    /// <param name="bytes">The bytes, cut anywhere.</param>
    /// <param name="events">Gets what they mean.</param>
    public void Take(ReadOnlySpan<byte> bytes, ICollection<InputEvent> events)
    {
        if (bytes.IsEmpty)
            return;

        _last = _clock.GetTimestamp();
        while (!bytes.IsEmpty)
        {
            if (_state == DecoderState.Paste)
            {
                bytes = bytes[_paste.Take(bytes)..];
                if (_paste.IsComplete)
                {
                    _state = DecoderState.Ground;
                    events.Add(new PasteInput(_paste.TakeText()));
                }

                continue;
            }

            Take(bytes[0], events);
            bytes = bytes[1..];
        }
    }

    /// <summary>Settles what has been open for long enough: an escape that stands alone is the key. Before that it does nothing.</summary>
    /// <param name="events">Gets what it means.</param>
    public void Resolve(ICollection<InputEvent> events)
    {
        if (Due is not { } due || due > TimeSpan.Zero)
            return;

        if (IsKeyAlone)
            ResolveKey(events);

        Reset();
    }

    private void ResolveKey(ICollection<InputEvent> events)
    {
        FlushTwice(events);
        events.Add(_state == DecoderState.Escape ? new KeyInput(Key.Escape, "", Modifiers.None) : Legacy.Alt(new Rune(_introducer)));
    }

    private void Take(byte next, ICollection<InputEvent> events)
    {
        switch (_state)
        {
            case DecoderState.Ground:
                TakeGround(next, events);
                break;
            case DecoderState.Escape:
                TakeEscape(next, events);
                break;
            case DecoderState.Csi:
                TakeCsi(next, events);
                break;
            case DecoderState.Ss3:
                TakeSs3(next, events);
                break;
            case DecoderState.Console:
                TakeConsole(next, events);
                break;
            case DecoderState.String:
                TakeString(next);
                break;
            case DecoderState.StringEscape:
                TakeStringEscape(next, events);
                break;
            case DecoderState.Rune:
                TakeRune(next, events);
                break;
            case DecoderState.Skip:
                _skip--;
                if (_skip == 0)
                    Reset();

                break;
        }
    }

    private void TakeGround(byte next, ICollection<InputEvent> events)
    {
        if (next == Esc)
            _state = DecoderState.Escape;
        else if (next >= 0x80)
            BeginRune(next);
        else
            events.Add(Legacy.Key(next, Modifiers.None));
    }

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

    private void TakeString(byte next)
    {
        switch (next)
        {
            case Bell or Cancel or Substitute:
                Reset();
                break;
            case Esc:
                _state = DecoderState.StringEscape;
                break;
            default:
                if (_string.Count < LongestString)
                    _string.Add(next);

                break;
        }
    }

    private void TakeStringEscape(byte next, ICollection<InputEvent> events)
    {
        if (next == '\\')
        {
            if (IsProbing && _introducer == 'P' && _string is [(byte)'>', (byte)'|', .. var name])
                events.Add(new ReplyInput(ReplyKind.Name, 0, 0, Encoding.UTF8.GetString([.. name])));

            Reset();
            return;
        }

        // It ended without its end: what follows is a sequence of its own.
        Reset();
        _state = DecoderState.Escape;
        TakeEscape(next, events);
    }

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

    private void Open(DecoderState state, byte introducer) => (_state, _introducer) = (state, introducer);

    private void Skip(int count) => (_state, _skip) = (DecoderState.Skip, count);

    private void FlushTwice(ICollection<InputEvent> events)
    {
        if (_isTwice)
            events.Add(new KeyInput(Key.Escape, "", Modifiers.None));

        _isTwice = false;
    }

    private static void Add(InputEvent? input, bool isAlt, ICollection<InputEvent> events)
    {
        if (input is KeyInput key && isAlt)
            events.Add(key with { Modifiers = key.Modifiers | Modifiers.Alt });
        else if (input is not null)
            events.Add(input);
    }

    private void Reset()
    {
        (_state, _length, _runeLength, _skip, _isAlt, _isTwice) = (DecoderState.Ground, 0, 0, 0, false, false);
        _string.Clear();
    }
}
