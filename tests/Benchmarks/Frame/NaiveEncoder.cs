using System.Text;
using PluginHost.Terminal;

namespace PluginHost.Benchmarks.Frame;

/// <summary>What one writes first: every cell of every frame, with a colour wherever it changes, into a string that becomes bytes.</summary>
internal static class NaiveEncoder
{
    public static byte[] Encode(CellBuffer buffer)
    {
        var text = new StringBuilder();
        var last = default(Style);
        for (var y = 0; y < buffer.Height; y++)
        {
            text.Append($"\e[{y + 1};1H");
            foreach (var cell in buffer.Row(y))
            {
                if (cell.Style != last)
                    text.Append(Code(cell.Style));

                last = cell.Style;
                if (cell.Width > 0)
                    text.Append(cell.Glyph < 0 ? buffer.Glyphs.ClusterOf(cell.Glyph) : char.ConvertFromUtf32(cell.Glyph));
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Code(Style style)
    {
        var front = style.Foreground;
        return $"\e[0{(style.Attributes.HasFlag(Attributes.Bold) ? ";1" : "")}{(front.IsRgb ? $";38;2;{front.Red};{front.Green};{front.Blue}" : "")}m";
    }
}
