namespace PluginHost.Terminal.Tests.Text;

public sealed class GraphemesTests
{
    [Fact]
    public void Should_Cut_As_Unicode_Says()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in UnicodeFile.Lines("auxiliary/GraphemeBreakTest.txt"))
        {
            count++;
            var expected = line.Split('÷', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(cluster => UnicodeFile.Text(cluster.Replace("×", "", StringComparison.Ordinal)))
                .ToList();
            if (!Clusters(string.Concat(expected)).SequenceEqual(expected))
                wrong.Add(line);
        }

        wrong.ShouldBeEmpty();
        count.ShouldBeGreaterThan(600);
    }

    [Fact]
    public void Should_Keep_What_A_Person_Takes_For_One_Character_Together()
    {
        Clusters("e\u0301👨‍👩‍👧🇳🇴ก็").ShouldBe(["e\u0301", "👨‍👩‍👧", "🇳🇴", "ก็"]);
        Clusters("🇳🇴🇩🇪🇫").ShouldBe(["🇳🇴", "🇩🇪", "🇫"]);
    }

    [Fact]
    public void Should_Count_Half_A_Pair_As_A_Cluster() => Clusters("a\ud83dz\ude00").ShouldBe(["a", "\ud83d", "z", "\ude00"]);

    [Fact]
    public void Should_Find_Nothing_In_Nothing()
    {
        Clusters("").ShouldBeEmpty();
        Graphemes.LengthOfFirst("").ShouldBe(0);
    }

    [Fact]
    public void Should_Tell_Where_Each_Cluster_Begins()
    {
        var places = new List<int>();
        foreach (var cluster in Graphemes.Of("a🇳🇴b"))
            places.Add(cluster.Length);

        places.ShouldBe([1, 4, 1]);
    }

    private static List<string> Clusters(string text)
    {
        var clusters = new List<string>();
        foreach (var cluster in Graphemes.Of(text))
            clusters.Add(cluster.ToString());

        return clusters;
    }
}
