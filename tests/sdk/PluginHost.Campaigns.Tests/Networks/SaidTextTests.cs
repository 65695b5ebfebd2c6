namespace PluginHost.Campaigns.Tests.Networks;

public sealed class SaidTextTests
{
    [Theory]
    [InlineData("Hello", "Hello")]
    [InlineData("Hello", " Hello\n")]
    [InlineData("one  two\r\n\r\n\r\nthree", "one two\n\nthree")]
    [InlineData("cafe\u0301", "caf\u00e9")]
    [InlineData("see https://a.example", "see https://a.example/")]
    [InlineData("see a.example/menu", "see https://a.example/menu")]
    [InlineData("see a.example/menu/.", "see https://A.example/menu.")]
    [InlineData("(https://a.example/x_(y))", "(a.example/x_(y))")]
    [InlineData("https://a.example?q=1", "https://a.example/?q=1")]
    [InlineData("https://a.example/käse", "https://a.example/k%c3%a4se")]
    [InlineData("HTTPS://a.example", "https://a.example")]
    [InlineData("hi @bob!", "hi @bob@here.example!")]
    [InlineData("hi @Bob's", "hi @bob@here.example's")]
    [InlineData("hi @bob@here.example:8080.", "hi @bob.")]
    [InlineData("@bob@here.example: yes", "@bob@Here.example: yes")]
    [InlineData("مرحبا https://a.example", "مرحبا a.example/")]
    [InlineData("", " ")]
    public void Should_Be_The_Same(string sent, string found)
    {
        SaidText.AreSame(sent, found).ShouldBeTrue();
        SaidText.AreSame(found, sent).ShouldBeTrue();
    }

    [Fact]
    public void Should_Take_Half_A_Pair_For_What_Networks_Make_Of_It() => SaidText.AreSame("half a \ud83d pair", "half a \ufffd pair").ShouldBeTrue();

    [Theory]
    [InlineData("Hello", "hello")]
    [InlineData("Hello", "Hello!")]
    [InlineData("Hello", "Hell")]
    [InlineData("Hello", "")]
    [InlineData("a b", "ab")]
    [InlineData("one two", "one two three")]
    [InlineData("https://a.example/x", "https://a.example/y")]
    [InlineData("https://a.example/x", "https://b.example/x")]
    [InlineData("https://a.example/x", "http://a.example/x")]
    [InlineData("https://a.example/x", "https://a.example/X")]
    [InlineData("https://a.example/a%2Fb", "https://a.example/a/b")]
    [InlineData("https://a.example/x?q=1", "https://a.example/x?q=2")]
    [InlineData("https://hello", "hello")]
    [InlineData("https://", "")]
    [InlineData("and/or/", "and/or")]
    [InlineData("Hello.World", "hello.world")]
    [InlineData("@bob@a.example", "@bob@b.example")]
    [InlineData("@bob hi", "@ann@here.example hi")]
    [InlineData("bob@a.example", "bob")]
    [InlineData("#ice", "#Ice")]
    [InlineData("مرحبا", "مرحبًا")]
    public void Should_Not_Be_The_Same(string sent, string found)
    {
        SaidText.AreSame(sent, found).ShouldBeFalse();
        SaidText.AreSame(found, sent).ShouldBeFalse();
    }

    [Theory]
    [InlineData("<p>Hello</p>", "Hello")]
    [InlineData("<p>one<br />two</p><p>three</p>", "one\ntwo\n\nthree")]
    [InlineData("<P>one<BR>two</P>", "one\ntwo")]
    [InlineData("R&amp;D &lt;3 &quot;x&quot; it&#39;s &eacute;&#x1F366;", "R&D <3 \"x\" it's é🍦")]
    [InlineData("&amp;lt;b&amp;gt;", "&lt;b&gt;")]
    [InlineData("I <3 you, 1 < 2 & 3", "I <3 you, 1 < 2 & 3")]
    [InlineData("<p>a<!-- <b> -->b</p>", "ab")]
    [InlineData("<p title=\"a > b\">x</p>", "x")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo")]
    [InlineData("<strong>so</strong> <em>be</em> it", "so be it")]
    [InlineData("<a href='https://a.example/x'>a.example/x</a>", "https://a.example/x")]
    [InlineData("<a href=https://a.example/x>a.example/x</a>", "https://a.example/x")]
    [InlineData("<a href=\"https://a.example/long/way\">a.example/lo…</a>.", "https://a.example/long/way.")]
    [InlineData("<a href=\"https://a.example/\">our menu</a>", "our menu")]
    [InlineData("<a href=\"javascript:no\">x", "x")]
    [InlineData("<a href=\"https://a.example/?a=1&amp;b=2\">https://a.example/?a=1&amp;b=2</a>", "https://a.example/?a=1&b=2")]
    [InlineData("<a href=\"https://a.example/tags/ice\" class=\"mention hashtag\" rel=\"tag\">#<span>ice</span></a>", "#ice")]
    [InlineData("<span class=\"h-card\"><a href=\"https://a.example/@bob\" class=\"u-url mention\">@<span>bob</span></a></span> hi", "@bob@a.example hi")]
    [InlineData("<a href=\"http://127.0.0.1:8001/bob\" class=\"mention\">@bob@127.0.0.1:8001</a>", "@bob@127.0.0.1:8001")]
    [InlineData("", "")]
    [InlineData("<", "<")]
    [InlineData("<p", "<p")]
    [InlineData("a <b class=\"never closed", "a <b class=\"never closed")]
    [InlineData("<!-- never closed", "<!-- never closed")]
    public void Should_Undo_Mark_Up(string html, string text) => SaidText.OfHtml(html).ShouldBe(text);

    [Fact]
    public void Should_Put_A_Shortened_Link_Together_Again()
    {
        const string Html =
            "<p>See <a href=\"https://www.a.example/flavours/of/the/day?from=feed\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\">"
            + "<span class=\"invisible\">https://www.</span><span class=\"ellipsis\">a.example/flavours/of/the/day?</span>"
            + "<span class=\"invisible\">from=feed</span></a>!</p>";

        SaidText.OfHtml(Html).ShouldBe("See https://www.a.example/flavours/of/the/day?from=feed!");
    }

    [Theory]
    [InlineData("<a")]
    [InlineData("<a \"")]
    [InlineData("<a href=\"")]
    [InlineData("<!--")]
    [InlineData("</")]
    [InlineData("<a href=\"https://a.example\">")]
    [InlineData("<p><span class=\"invisible\">")]
    [InlineData("&lt;")]
    [InlineData("@a@a ")]
    [InlineData("https://")]
    public void Should_Take_Time_In_Proportion_To_The_Length(string stuff)
    {
        // Two megabytes: what goes back over its tracks would not end while anybody watches.
        var html = string.Concat(Enumerable.Repeat(stuff, 2_000_000 / stuff.Length));

        var text = SaidText.OfHtml(html);

        SaidText.AreSame(text, text + "!").ShouldBeFalse();
    }
}
