using System.Globalization;
using PluginHost.Screen.Parts;
using PluginHost.Terminal;
using ChartSeries = PluginHost.Sdk.ChartSeries;

namespace PluginHost.Screen.Bodies;

/// <summary>A series as a row: its name, its course, and its last value.</summary>
internal sealed class SparklineRow(ChartSeries series, int number) : Part
{
    private const string Missing = "n/a";
    private const int MostOfName = 3; // a third of the row
    private const int Gap = 2;
    private const int Looks = 6;
    private readonly Sparkline _line = new() { Values = series.Points, Role = $"{Roles.Series}{(number % Looks) + 1}" };
    private readonly string _last = series.Points is [.., { } last] ? last.ToString("#,0.###", CultureInfo.InvariantCulture) : Missing;

    /// <summary>How many cells the names take that stand above each other.</summary>
    public int NameWidth { get; set; }

    protected override void DrawPart(Canvas canvas)
    {
        var name = Math.Min(NameWidth, canvas.Width / MostOfName);
        canvas.Write(new Rect(1, 0, name, 1), RichLine.Of(series.Name), Look(Roles.Dim), Theme);
        var x = name == 0 ? 1 : name + 1 + Gap;
        var width = Math.Min(series.Points.Count, canvas.Width - x - Gap - _last.Length - 1);
        if (width > 0)
            Show(_line, canvas.Inside(new Rect(x, 0, width, 1)));

        canvas.Write(x + Math.Max(0, width) + Gap, 0, _last, Look(Roles.Text));
    }
}
