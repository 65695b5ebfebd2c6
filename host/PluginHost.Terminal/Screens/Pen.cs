using System.Text;

namespace PluginHost.Terminal;

/// <summary>How the terminal writes at the moment, and the shortest way to another style (SGR, and OSC 8 for links).</summary>
internal sealed class Pen(OutputBuffer output, LinkTable links)
{
    private const Attributes Lines = Attributes.Underline | Attributes.Squiggle;
    private const Attributes Weights = Attributes.Bold | Attributes.Dim;

    private TerminalCapabilities _capabilities = new();
    private Style _asked;
    private Style _now;
    private bool _isFirst;

    public void Use(TerminalCapabilities capabilities)
    {
        _capabilities = capabilities;
        Forget();
    }

    /// <summary>Begins anew, as after a reset of the terminal's styles.</summary>
    public void Forget() => (_asked, _now) = (default, default);

    public void Reset()
    {
        output.Append("\e[m"u8);
        Forget();
    }

    /// <summary>Whether a style is the one that the pen has.</summary>
    public bool Is(Style style) => style == _asked;

    public void Take(Style style)
    {
        if (style == _asked)
            return;

        _asked = style;
        var wanted = Shown(style);
        if (wanted.Link != _now.Link)
            Link(wanted.Link);

        if (wanted with { Link = 0 } != _now with { Link = 0 })
            Change(wanted);

        _now = wanted;
    }

    /// <summary>The style as this terminal can show it.</summary>
    private Style Shown(Style style)
    {
        // A cell has one line below it.
        var attributes = style.Attributes;
        if ((attributes & Attributes.Squiggle) != 0)
            attributes = (attributes & ~Lines) | (_capabilities.HasSquiggles ? Attributes.Squiggle : Attributes.Underline);

        return new Style
        {
            Foreground = Shown(style.Foreground),
            Background = Shown(style.Background),
            Attributes = attributes,
            Link = _capabilities.HasHyperlinks ? style.Link : (ushort)0,
        };
    }

    private Color Shown(Color color) => _capabilities.Colors switch
    {
        ColorDepth.None => Color.Default,
        ColorDepth.Sixteen when color.IsRgb => Color.Indexed(Palette.NearestOf16(color)),
        ColorDepth.Sixteen when color is { IsIndexed: true, Index: > 15 } => Color.Indexed(Palette.NearestOf16(Palette.Rgb(color.Index))),
        ColorDepth.Palette when color.IsRgb => Color.Indexed(Palette.NearestOf256(color)),
        _ => color,
    };

    private void Change(Style wanted)
    {
        output.Append("\e["u8);
        _isFirst = true;
        if (wanted with { Link = 0 } != default)
            ChangeParts(wanted);

        output.Append((byte)'m');
    }

    private void ChangeParts(Style wanted)
    {
        var gone = _now.Attributes & ~wanted.Attributes;
        var come = wanted.Attributes & ~_now.Attributes;
        if ((gone & Weights) != 0)
        {
            Part("22"u8);
            come |= wanted.Attributes & Weights;
        }

        if ((gone & Lines) != 0 && (wanted.Attributes & Lines) == 0)
            Part("24"u8);
        else if ((gone & Lines) != 0)
            come |= wanted.Attributes & Lines;

        Part(gone, Attributes.Italic, "23"u8);
        Part(gone, Attributes.Reverse, "27"u8);
        Part(gone, Attributes.Strike, "29"u8);
        Part(come, Attributes.Bold, "1"u8);
        Part(come, Attributes.Dim, "2"u8);
        Part(come, Attributes.Italic, "3"u8);
        if ((come & Lines) != 0)
            Part(wanted.Attributes.HasFlag(Attributes.Squiggle) ? "4:3"u8 : "4"u8);

        Part(come, Attributes.Reverse, "7"u8);
        Part(come, Attributes.Strike, "9"u8);
        if (wanted.Foreground != _now.Foreground)
            Part(wanted.Foreground, 30);

        if (wanted.Background != _now.Background)
            Part(wanted.Background, 40);
    }

    private void Part(Attributes attributes, Attributes one, ReadOnlySpan<byte> code)
    {
        if ((attributes & one) != 0)
            Part(code);
    }

    private void Part(ReadOnlySpan<byte> code)
    {
        Separate();
        output.Append(code);
    }

    private void Part(Color color, int plane)
    {
        Separate();
        if (color.IsRgb)
        {
            output.AppendNumber(plane + 8);
            output.Append(";2;"u8);
            output.AppendNumber(color.Red);
            Number(color.Green);
            Number(color.Blue);
        }
        else if (!color.IsIndexed)
        {
            output.AppendNumber(plane + 9);
        }
        else if (color.Index < 8)
        {
            output.AppendNumber(plane + color.Index);
        }
        else if (color.Index < 16)
        {
            output.AppendNumber(plane + 52 + color.Index);
        }
        else
        {
            output.AppendNumber(plane + 8);
            output.Append(";5"u8);
            Number(color.Index);
        }
    }

    private void Number(int number)
    {
        output.Append((byte)';');
        output.AppendNumber(number);
    }

    private void Separate()
    {
        if (!_isFirst)
            output.Append((byte)';');

        _isFirst = false;
    }

    // The number holds the pieces of one link together where other text lies between them.
    private void Link(ushort link)
    {
        output.Append("\e]8;"u8);
        if (link != 0)
        {
            output.Append("id="u8);
            output.AppendNumber(link);
        }

        output.Append((byte)';');
        output.Append(links.AddressOf(link));
        output.Append("\e\\"u8);
    }
}
