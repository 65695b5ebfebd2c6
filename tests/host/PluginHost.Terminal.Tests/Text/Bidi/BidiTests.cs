using System.Globalization;

namespace PluginHost.Terminal.Tests.Text;

public sealed class BidiTests
{
    private static readonly Direction[] Directions = [Direction.Auto, Direction.LeftToRight, Direction.RightToLeft];

    [Fact]
    public void Should_Order_Characters_As_Unicode_Says()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in UnicodeFile.Lines("BidiCharacterTest.txt"))
        {
            count++;
            var fields = line.Split(';');
            var text = UnicodeFile.Text(fields[0]);
            var direction = fields[1] switch { "0" => Direction.LeftToRight, "1" => Direction.RightToLeft, _ => Direction.Auto };
            var (baseLevel, levels) = Levels(text, direction);
            if (baseLevel.ToString(CultureInfo.InvariantCulture) != fields[2] || !Agrees(fields[3].Split(' '), fields[4], levels))
                wrong.Add(line);
        }

        wrong.Count.ShouldBe(0, string.Join('\n', wrong.Take(5)));
        count.ShouldBeGreaterThan(90_000);
    }

    [Fact]
    public void Should_Order_Classes_As_Unicode_Says()
    {
        var wrong = new List<string>();
        var count = 0;
        var (levels, order) = (Array.Empty<string>(), "");
        foreach (var line in UnicodeFile.Lines("BidiTest.txt"))
        {
            if (line.StartsWith('@'))
            {
                var words = line.Split(':', 2);
                if (words[0] == "@Levels")
                    levels = words[1].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                else
                    order = words[1].Trim();

                continue;
            }

            var fields = line.Split(';');
            var text = string.Concat(fields[0].Split(' ').Select(TextOf));
            var asked = int.Parse(fields[1], CultureInfo.InvariantCulture);
            for (var i = 0; i < Directions.Length; i++)
            {
                if ((asked & (1 << i)) == 0)
                    continue;

                count++;
                if (!Agrees(levels, order, Levels(text, Directions[i]).Levels))
                    wrong.Add($"{line} {Directions[i]}");
            }
        }

        wrong.Count.ShouldBe(0, string.Join('\n', wrong.Take(5)));
        count.ShouldBeGreaterThan(700_000);
    }

    // One level for each character, as the files count.
    private static (byte BaseLevel, List<byte> Levels) Levels(string text, Direction direction)
    {
        var levels = new byte[text.Length];
        var baseLevel = Bidi.Resolve(text, direction, levels);
        Bidi.EndLine(text, levels, baseLevel);
        return (baseLevel, [.. levels.Where((_, i) => i == 0 || !char.IsSurrogatePair(text[i - 1], text[i]))]);
    }

    private static bool Agrees(string[] expected, string order, List<byte> levels)
    {
        if (expected.Length != levels.Count)
            return false;

        var pieces = new List<Piece>();
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] == "x")
                continue;

            if (expected[i] != levels[i].ToString(CultureInfo.InvariantCulture))
                return false;

            pieces.Add(Piece.OfText(i, 1, 1) with { Level = levels[i] });
        }

        var arranged = pieces.ToArray();
        VisualOrder.Arrange(arranged);
        return string.Join(' ', arranged.Select(piece => piece.Index)) == order;
    }

    private static string TextOf(string type) => type switch
    {
        "L" => "a",
        "R" => "\u05D0",
        "AL" => "\u0627",
        "EN" => "1",
        "ES" => "+",
        "ET" => "$",
        "AN" => "\u0661",
        "CS" => ",",
        "NSM" => "\u0300",
        "BN" => "\u00AD",
        "B" => "\u2029",
        "S" => "\t",
        "WS" => " ",
        "ON" => "!",
        "LRE" => "\u202A",
        "LRO" => "\u202D",
        "RLE" => "\u202B",
        "RLO" => "\u202E",
        "PDF" => "\u202C",
        "LRI" => "\u2066",
        "RLI" => "\u2067",
        "FSI" => "\u2068",
        "PDI" => "\u2069",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The file names a class that is not known."),
    };
}
