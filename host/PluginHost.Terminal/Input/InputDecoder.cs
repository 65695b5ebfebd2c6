using System.Text;

namespace PluginHost.Terminal;

/// <summary>
/// Turns the bytes of a terminal into events. It goes byte by byte, so how they are cut into pieces changes nothing. What it does not know is skipped,
/// never shown. What only time can tell, whether an escape stands alone, is told by <see cref="Due"/> and <see cref="Resolve"/>.
/// </summary>
/// <remarks>What the sequences mean is in <see cref="Sequences"/>, pasted text in <see cref="PasteReader"/>.</remarks>
public sealed partial class InputDecoder
{
    /// <summary>How long an escape may stand alone before it is the key.</summary>
    public static readonly TimeSpan EscapeTime = TimeSpan.FromMilliseconds(25);

    // What was begun and not ended for so long is given up: a string that never ends must not swallow the keyboard.
    private static readonly TimeSpan GiveUpTime = TimeSpan.FromSeconds(1);

    private const byte Esc = 0x1B;
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
            case DecoderState.BrokenMouse:
                TakeBrokenMouse(next, events);
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

    private void Open(DecoderState state, byte introducer) => (_state, _introducer) = (state, introducer);

    private void Skip(int count) => (_state, _skip) = (DecoderState.Skip, count);

    private void FlushTwice(ICollection<InputEvent> events)
    {
        if (_isTwice)
            events.Add(new KeyInput(Key.Escape, "", Modifiers.None));

        _isTwice = false;
    }

    private void Reset()
    {
        (_state, _length, _runeLength, _skip, _isAlt, _isTwice) = (DecoderState.Ground, 0, 0, 0, false, false);
        _string.Clear();
    }
}
