using System.Text;

namespace PluginHost.Terminal;

public sealed partial class InputDecoder
{
    private const int LongestString = 1024;
    private const byte Bell = 0x07;

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
}
