namespace PluginHost.Terminal;

/// <summary>
/// Turns what is shown and what should be shown into the bytes between the two. It keeps in mind where the terminal's cursor and pen are, so nothing
/// else may write in between; after something did, ask for the whole. In a steady state it allocates nothing.
/// </summary>
public sealed partial class FrameEncoder : IDisposable
{
    private readonly OutputBuffer _output = new();
    private readonly Pen _pen;
    private readonly LinkTable _links;
    private readonly GlyphPool _glyphs;
    private TerminalCapabilities _capabilities = new();
    private Cursor _shown = Cursor.Hidden;
    private CursorShape _shape;
    private int _x = Unknown;
    private int _y = Unknown;
    private bool _hasBegun;

    /// <summary>Makes one.</summary>
    /// <param name="glyphs">Where the clusters of the buffers are kept.</param>
    /// <param name="links">Where their hyperlinks are kept.</param>
    /// <param name="capabilities">What the terminal can do.</param>
    public FrameEncoder(GlyphPool glyphs, LinkTable links, TerminalCapabilities capabilities)
    {
        (_glyphs, _links) = (glyphs, links);
        _pen = new Pen(_output, links);
        Use(capabilities);
    }

    /// <summary>Changes what the terminal can do. The next frame must be a whole one.</summary>
    /// <param name="capabilities">What it can do.</param>
    public void Use(TerminalCapabilities capabilities)
    {
        _capabilities = capabilities;
        _pen.Use(capabilities);
    }

    /// <summary>The bytes that turn one frame into the next.</summary>
    /// <param name="before">What the terminal shows.</param>
    /// <param name="after">What it should show; of the same size.</param>
    /// <returns>The bytes, until the next call; none where nothing changed.</returns>
    public ReadOnlySpan<byte> Encode(CellBuffer before, CellBuffer after)
    {
        if (before.Width != after.Width || before.Height != after.Height)
            throw new ArgumentException("The two are not of one size: ask for the whole.", nameof(after));

        Check(before);
        Check(after);
        Begin();
        EncodeRows(before, after);
        return End(after.Cursor);
    }

    /// <summary>The bytes that show a frame whatever the terminal shows now.</summary>
    /// <param name="before">Takes the part of what the terminal shows; it is made as large as the frame and blank.</param>
    /// <param name="after">What it should show.</param>
    /// <returns>The bytes, until the next call.</returns>
    public ReadOnlySpan<byte> EncodeWhole(CellBuffer before, CellBuffer after)
    {
        Check(before);
        Check(after);
        before.Resize(after.Width, after.Height);
        Begin();
        (_x, _y) = (Unknown, Unknown);
        (_shown, _shape) = (Cursor.Hidden, CursorShape.Default);
        Touch();
        _output.Append("\e[?25l\e[0 q\e]8;;\e\\\e[m\e[2J"u8);
        _pen.Forget();
        EncodeRows(before, after);
        return End(after.Cursor);
    }

    /// <inheritdoc/>
    public void Dispose() => _output.Dispose();

    private void Check(CellBuffer buffer)
    {
        if (buffer.Glyphs != _glyphs || buffer.Links != _links)
            throw new ArgumentException("Its clusters and links are kept elsewhere: the buffers and the encoder share one pool and one table.", nameof(buffer));
    }

    private void Begin()
    {
        _output.Clear();
        _hasBegun = false;
    }

    /// <summary>Called before the first byte.</summary>
    private void Touch()
    {
        if (_hasBegun)
            return;

        _hasBegun = true;
        if (_capabilities.HasSynchronizedOutput)
            _output.Append("\e[?2026h"u8);
        else if (_shown.IsVisible)
            HideCursor();
    }

    private ReadOnlySpan<byte> End(Cursor cursor)
    {
        if (cursor != _shown || (_hasBegun && cursor.IsVisible))
            PlaceCursor(cursor);

        if (_hasBegun && _capabilities.HasSynchronizedOutput)
            _output.Append("\e[?2026l"u8);

        return _output.Written;
    }
}
