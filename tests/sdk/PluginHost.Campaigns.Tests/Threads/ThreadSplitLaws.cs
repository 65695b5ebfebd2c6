using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PluginHost.Campaigns.Tests.Counting;

namespace PluginHost.Campaigns.Tests.Threads;

/// <summary>What holds for every text that is split: nothing is lost, everything fits, nothing is cut that is one.</summary>
public sealed class ThreadSplitLaws
{
    private static readonly NetworkRules[] Networks =
    [
        KnownNetworks.RulesOf("x"),
        KnownNetworks.RulesOf("x") with { Limit = 40 },
        KnownNetworks.RulesOf("mastodon") with { Limit = 30 },
        KnownNetworks.RulesOf("bluesky") with { Limit = 60, ByteLimit = 90 },
        new() { Limit = 25, Unit = CountUnit.CodePoints, Source = "a test" },
    ];

    [Fact]
    public void Should_Change_No_Text_But_For_The_White_Space_At_The_Cuts() => Hold((text, rules) =>
    {
        var place = 0;
        foreach (var part in ThreadSplit.Of(text, rules).Parts)
        {
            var start = text.IndexOf(part, place, StringComparison.Ordinal);
            if (start < 0 || !string.IsNullOrWhiteSpace(text[place..start]))
                return false;

            place = start + part.Length;
        }

        return place == 0 || string.IsNullOrWhiteSpace(text[place..]);
    });

    [Fact]
    public void Should_Make_Parts_That_Fit() => Hold((text, rules) =>
        ThreadSplit.Of(text, rules).Parts.Concat(ThreadSplit.Numbered(text, rules).Parts).All(part => rules.Count(part).Fits));

    [Fact]
    public void Should_Cut_Only_Between_Characters() => Hold((text, rules) =>
    {
        var characters = StringInfo.ParseCombiningCharacters(text).Append(text.Length).ToHashSet();
        return Cuts(text, rules).All(characters.Contains);
    });

    [Fact]
    public void Should_Cut_No_Link_And_No_Mention() => Hold((text, rules) =>
    {
        var whole = (KnownNetworks.RulesOf("x") with { Composes = false }).Count(text).Pieces
            .Where(piece => piece.Kind is TextPieceKind.Link or TextPieceKind.Mention).ToList();
        return Cuts(text, rules).All(cut => !whole.Exists(piece => cut > piece.Start && cut < piece.Start + piece.Length));
    });

    [Fact]
    public void Should_Refuse_Only_What_No_Part_Can_Hold() => Hold((text, rules) =>
        ThreadSplit.Of(text, rules).TooLong is not { } range
            || !rules.Count(text.Substring(range.Start, range.Length)).Fits);

    [Fact]
    public void Should_Number_The_Same_Words() => Hold((text, rules) =>
    {
        var split = ThreadSplit.Numbered(text, rules);
        if (split.Parts.Count < 2)
            return true;

        var words = string.Concat(split.Parts.Select((part, place) => part[..^$" {place + 1}/{split.Parts.Count}".Length]));
        return Regex.Replace(words, @"\s", "") == Regex.Replace(text, @"\s", "");
    });

    private static IEnumerable<int> Cuts(string text, NetworkRules rules)
    {
        var place = 0;
        foreach (var part in ThreadSplit.Of(text, rules).Parts)
        {
            var start = text.IndexOf(part, place, StringComparison.Ordinal);
            yield return start;
            place = start + part.Length;
            yield return place;
        }
    }

    private static void Hold(Func<string, NetworkRules, bool> law) => Prop.ForAll(
        CampaignTexts.WellFormed,
        Gen.Elements(Networks).ToArbitrary(),
        (text, rules) => law(text, rules)).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));
}
