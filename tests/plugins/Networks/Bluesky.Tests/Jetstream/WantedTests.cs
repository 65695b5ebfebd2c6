using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests.Jetstream;

/// <summary>Never less than is wanted, however it is written; and not everything.</summary>
public sealed class WantedTests
{
    [Theory]
    [InlineData("acme", "ACME is down")]
    [InlineData("#acme", "what a day #Acme")]
    [InlineData("@acme", "thanks @acme.bsky.social")]
    [InlineData("@acme@social.test", "thanks @acme")]
    [InlineData("acm*", "Acmeists")]
    [InlineData("far", "ikke lett å få får")]
    [InlineData("faar", "far og får")]
    [InlineData("mueller", "Herr MÜLLER")]
    [InlineData("muller", "Herr Mu\u0308ller")]
    [InlineData("müller", "Herr Mu\u0308ller")]
    [InlineData("smorrebrod", "smørrebrød 😀")]
    [InlineData("smoerrebroed", "smørrebrød")]
    [InlineData("strasse", "Straße")]
    [InlineData("aethel", "Æthel")]
    [InlineData("acme", "ＡＣＭＥ")]
    [InlineData("acme", "日本 acme 😀 “yes”")]
    [InlineData("acme", "ac\u00ADme")]
    [InlineData("مدرسة", "مَدْرَسَه")]
    [InlineData("احمد", "أحمد")]
    [InlineData("東京*", "東京タワー")]
    [InlineData("istanbul", "İSTANBUL")]
    public void Should_Tell_However_It_Is_Written(string word, string text)
    {
        MayBeIn(text, "unfindable", word).ShouldBeTrue();
        MayBeIn(text, "unfindable").ShouldBeFalse();
    }

    [Fact]
    public void Should_Read_Escapes_Where_Letters_Hide_In_Them() => MayBeInJson("\\u0061cme", isEscaped: true, "acme").ShouldBeTrue();

    [Fact]
    public void Should_Look_Through_Long_Texts() => MayBeIn(new string('x', 2900) + " acme", "acme").ShouldBeTrue();

    [Fact]
    public void Should_Tell_Everything_Where_Everything_Is_Wanted_Or_It_Cannot_Look()
    {
        MayBeIn("anything").ShouldBeTrue();
        MayBeIn("anything", "acme", "from:kari").ShouldBeTrue();
        MayBeIn("anything", "acme", "#").ShouldBeTrue();
    }

    private static bool MayBeIn(string text, params string[] words) => MayBeInJson(text, isEscaped: false, words);

    private static bool MayBeInJson(string text, bool isEscaped, params string[] words) =>
        Wanted.In(new PublicQuery { AnyOf = words }).MayBeIn(new JetstreamEvent { Text = Encoding.UTF8.GetBytes(text), IsEscaped = isEscaped });
}
