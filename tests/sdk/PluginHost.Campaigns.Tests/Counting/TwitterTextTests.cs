using YamlDotNet.RepresentationModel;

namespace PluginHost.Campaigns.Tests.Counting;

/// <summary>The cases that X's own library publishes. Its section "tweets" is the rule of 140 characters, which is no more.</summary>
public sealed class TwitterTextTests
{
    [Theory]
    [InlineData("WeightedTweetsCounterTest", false)] // an older configuration, in which an emoji counted what its code points count
    [InlineData("WeightedTweetsWithDiscountedEmojiCounterTest", true)]
    [InlineData("UnicodeDirectionalMarkerCounterTest", true)]
    public void Should_Count_As_X_Does(string section, bool isEmojiWhole)
    {
        var rules = KnownNetworks.RulesOf("x");
        if (!isEmojiWhole)
            rules = rules with { Weights = rules.Weights with { Emoji = null } };

        var cases = Cases(section);
        var wrong = new List<string>();
        foreach (var (description, text, weight, isValid) in cases)
        {
            var count = rules.Count(text);
            if (count.Count != weight || (count.Fits && text.Length > 0) != isValid)
                wrong.Add($"{description}: {count.Count} instead of {weight}, {(count.Fits ? "fits" : "does not fit")}");
        }

        cases.ShouldNotBeEmpty();
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Take_For_A_Link_What_X_Takes_For_One()
    {
        var rules = KnownNetworks.RulesOf("x");
        var wrong = new List<string>();
        foreach (var link in Texts("urls", isExpected: true).Concat(Texts("urls_without_protocol", isExpected: true)))
        {
            // Numbers and brackets for a host are links to its validator, and text to its counter.
            var isHostOfNumbers = link.Contains("192.168", StringComparison.Ordinal) || link.Contains('[', StringComparison.Ordinal);
            if (!isHostOfNumbers && !link.Contains("user:", StringComparison.Ordinal) && rules.Count(link).Pieces is not [{ Kind: TextPieceKind.Link, Cost: 23 }, ..])
                wrong.Add(link);
        }

        wrong.ShouldBeEmpty();
    }

    private static List<(string Description, string Text, int Weight, bool IsValid)> Cases(string section) =>
    [
        .. Read(section).Select(entry =>
        {
            var expected = (YamlMappingNode)entry["expected"];
            return (Text(entry, "description"), Text(entry, "text"), int.Parse(Text(expected, "weightedLength"), null), Text(expected, "valid") == "true");
        }),
    ];

    private static IEnumerable<string> Texts(string section, bool isExpected) =>
        Read(section).Where(entry => Text(entry, "expected") == (isExpected ? "true" : "false")).Select(entry => Text(entry, "text"));

    private static IEnumerable<YamlMappingNode> Read(string section)
    {
        using var reader = File.OpenText(SharedData.Find("twitter-text/validate.yml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var tests = (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode)["tests"];
        return [.. ((YamlSequenceNode)tests[section]).Cast<YamlMappingNode>()];
    }

    private static string Text(YamlMappingNode of, string name) => ((YamlScalarNode)of[name]).Value!;
}
