using PluginHost.Listening.Queries;

namespace PluginHost.Listening.Tests.Queries;

public sealed class QueryReaderTests
{
    [Theory]
    [InlineData("", "", "it is empty")]
    [InlineData("   ", "   ", "it is empty")]
    [InlineData("acme AND", "        ", "nothing follows AND")]
    [InlineData("acme AND (slow OR", "                 ", "nothing follows OR")]
    [InlineData("acme OR OR slow", "        ", "OR follows OR, and there is nothing between them")]
    [InlineData("OR acme", "", "there is nothing in front of OR")]
    [InlineData("acme AND (slow", "         ", "this parenthesis is never closed")]
    [InlineData("acme) slow", "    ", "this parenthesis closes nothing")]
    [InlineData("acme () slow", "      ", "there is nothing in front of this parenthesis")]
    [InlineData("acme \"slow down", "     ", "a phrase begins here and does not end")]
    [InlineData("acme \"…\"", "     ", "this phrase has no word in it")]
    [InlineData("acme fro:kari", "     ", "\"fro:\" is not known, only from: list: lang: network:")]
    [InlineData("acme lang:", "     ", "nothing follows lang:")]
    [InlineData("from:kari! acme", "", "\"kari!\" is no handle")]
    [InlineData("acme ac*", "     ", "every second post has a word that begins with \"ac\"")]
    [InlineData("acme ac*me", "       ", "an asterisk stands at the end of a word only")]
    [InlineData("acme \"slow conn*\"", "     ", "a phrase has whole words only")]
    [InlineData("acme #", "     ", "\"#\" is no hashtag")]
    [InlineData("acme ???", "     ", "there is no word in \"???\"")]
    [InlineData("lang:no", "", "it would take everything that is said")]
    [InlineData("NOT acme", "", "it would take everything that is said")]
    [InlineData("acme OR -globex", "", "it would take everything that is said")]
    [InlineData("متجر AND", "        ", "nothing follows AND")]
    public void Should_Show_The_Place_Of_An_Error_And_Say_What_To_Do(string query, string before, string what)
    {
        var refused = QueryReader.Read(query).ShouldBeOfType<QueryRefused>();

        refused.What.ShouldStartWith(what);
        refused.Cure.ShouldNotBeEmpty();
        var lines = refused.ToText().Split('\n');
        lines[0].ShouldContain($"character {before.Length + 1}: {what}");
        lines[1].ShouldBe($"  {query}");
        lines[2].ShouldStartWith($"  {before}^");
    }

    [Fact]
    public void Should_Name_The_Nearest_Field() =>
        QueryReader.Read("acme langue:no").ShouldBeOfType<QueryRefused>().ToText().ShouldContain("Did you mean \"lang\"?");

    [Fact]
    public void Should_Show_The_Neighbourhood_Of_An_Error_In_A_Long_Query()
    {
        var query = string.Join(" OR ", Enumerable.Range(0, 200).Select(number => $"word{number}")) + " OR";

        var lines = QueryReader.Read(query).ShouldBeOfType<QueryRefused>().ToText().Split('\n');

        lines[1].Length.ShouldBeLessThan(140);
        lines[1].ShouldEndWith("word199 OR");
        lines[2].IndexOf('^').ShouldBe(lines[1].Length);
    }

    [Fact]
    public void Should_Refuse_What_Is_Too_Long_Or_Too_Deep_And_Not_Break()
    {
        QueryReader.Read(new string('a', QueryReader.Longest + 1)).ShouldBeOfType<QueryRefused>().What.ShouldContain("characters long");
        QueryReader.Read(new string('(', 3000) + "a" + new string(')', 900)).ShouldBeOfType<QueryRefused>().What.ShouldContain("nested");
        QueryReader.Read(string.Concat(Enumerable.Repeat("NOT ", 900)) + "a").ShouldBeOfType<QueryRefused>().What.ShouldContain("nested");
    }

    [Theory]
    [InlineData("a1 b1 OR c1", "a1 AND b1 OR c1")]
    [InlineData("a1 OR b1 c1", "a1 OR (b1 AND c1)")]
    [InlineData("NOT a1 b1", "(NOT a1) AND b1")]
    [InlineData("-a1 b1", "NOT a1 b1")]
    [InlineData("-(a1 OR c1) b1", "NOT (a1 OR c1) AND b1")]
    [InlineData("“a1 b1”", "\"a1 b1\"")]
    [InlineData("a1-b1", "\"a1 b1\"")]
    [InlineData("\"#a1\"", "#a1")]
    [InlineData("\"@a1\"", "@a1")]
    [InlineData("a1,@b1", "\"a1 @b1\"")]
    [InlineData("from:@Kari", "FROM:kari")]
    public void Should_Read_Two_Ways_To_Write_The_Same_As_The_Same(string one, string other) => Shape(one).ShouldBe(Shape(other));

    [Theory]
    [InlineData("and", "and or not")]
    [InlineData("a1 - b1", "a1 AND b1")]
    public void Should_Take_Small_Letters_For_Words(string query, string same)
    {
        QueryReader.ReadAny(same).ShouldBeOfType<QueryRead>();
        QueryReader.ReadAny(query).ShouldNotBeNull();
    }

    [Fact]
    public void Should_Ask_Networks_For_What_Every_Match_Has()
    {
        Asked("acme AND (slow OR down) NOT from:acme_status lang:en").ShouldBe(["acme"]);
        Asked("(acme OR #acme OR @acme) slow").ShouldBe(["slow"]);
        Asked("\"very slow connection\" OR conn* OR list:press OR from:kari").ShouldBe(["connection", "conn*", "from:kari", "from:press_list"], ignoreOrder: true);
    }

    [Fact]
    public void Should_Ask_Networks_With_Letters_And_Marks_Together()
    {
        Assert.SkipUnless("e\u0301".Normalize().Length == 1, "This process runs in invariant globalization, which puts nothing together.");

        Asked("Får").ShouldBe(["får"]);
    }

    private static IEnumerable<string> Asked(string query)
    {
        var lists = new[] { ("press", "press_list") }.ToLookup(entry => entry.Item1, entry => entry.Item2);
        var read = PluginHost.Listening.Matching.Watch.WithPeople(QueryReader.Read(query).ShouldBeOfType<QueryRead>().Query, lists);
        return Anchors.Of(read).ShouldNotBeNull().SelectMany(Anchors.Asked);
    }

    private static string Shape(string query) => Shape(QueryReader.ReadAny(query).ShouldBeOfType<QueryRead>().Query);

    private static string Shape(QueryNode node) => node switch
    {
        AllOf all => $"({string.Join(" & ", all.Parts.Select(Shape))})",
        AnyOf any => $"({string.Join(" | ", any.Parts.Select(Shape))})",
        NotOf not => $"!{Shape(not.Part)}",
        WordTerm word => word.Word.Exact,
        PhraseTerm phrase => $"\"{string.Join(' ', phrase.Pieces)}\"",
        FromTerm from => $"from:{string.Join(',', from.Handles)}",
        var other => other.ToString(),
    };
}
