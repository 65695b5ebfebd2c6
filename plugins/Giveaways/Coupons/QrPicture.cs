using System.Globalization;
using System.Text;
using QRCoder;

namespace PluginHost.Giveaways.Coupons;

/// <summary>A QR code (ISO/IEC 18004) with the quiet margin that readers need, as text of half blocks and as SVG.</summary>
internal sealed class QrPicture
{
    private readonly bool[,] _dark;

    private QrPicture(bool[,] dark) => _dark = dark;

    /// <summary>How many squares a side has, margin included.</summary>
    public int Size => _dark.GetLength(0);

    public static QrPicture Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var dark = new bool[data.ModuleMatrix.Count, data.ModuleMatrix.Count];
        for (var row = 0; row < data.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < data.ModuleMatrix.Count; column++)
                dark[row, column] = data.ModuleMatrix[row][column];
        }

        return new QrPicture(dark);
    }

    /// <summary>Two squares a letter, one above the other. What is light is drawn: most terminals are dark.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        for (var row = 0; row < Size; row += 2)
        {
            for (var column = 0; column < Size; column++)
                text.Append((IsLight(row, column), IsLight(row + 1, column)) switch
                {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    _ => ' ',
                });

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <param name="title">What it is, for people who do not see it.</param>
    public string ToSvg(string title)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Size} {Size}\" shape-rendering=\"crispEdges\"><title>{title}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Size}\" height=\"{Size}\" fill=\"#fff\"/><path d=\"");
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                if (_dark[row, column])
                    svg.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
            }
        }

        return svg.Append("\"/></svg>\n").ToString();
    }

    /// <summary>Whether a file that begins so is a picture of this title.</summary>
    public static bool IsOf(string beginning, string title) =>
        beginning.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=", StringComparison.Ordinal) && beginning.Contains($"<title>{title}</title>", StringComparison.Ordinal);

    private bool IsLight(int row, int column) => row < Size && !_dark[row, column];
}
