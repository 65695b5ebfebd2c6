namespace PluginHost.Terminal;

public sealed partial class FrameEncoder
{
    private void PlaceCursor(Cursor cursor)
    {
        Touch();
        if (!cursor.IsVisible)
        {
            if (_shown.IsVisible)
                HideCursor();

            return;
        }

        if (cursor.Shape != _shape)
        {
            _output.Append("\e["u8);
            _output.AppendNumber(cursor.Shape switch { CursorShape.Block => 2, CursorShape.Underline => 4, CursorShape.Bar => 6, _ => 0 });
            _output.Append(" q"u8);
            _shape = cursor.Shape;
        }

        Jump(cursor.X, cursor.Y);
        if (!_shown.IsVisible)
            _output.Append("\e[?25h"u8);

        _shown = cursor;
    }

    private void HideCursor()
    {
        _output.Append("\e[?25l"u8);
        _shown = Cursor.Hidden;
    }
}
