using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Campaigns.Tests.Networks;

/// <summary>What holds for every text that goes out plain and comes back as Mastodon's HTML.</summary>
public sealed class SaidTextLaws
{
    // What was typed, and what comes back. No two say the same.
    private static readonly (string Typed, string Html)[] Pieces =
    [
        ("Foghorn", "Foghorn"),
        ("foghorn", "foghorn"),
        ("R&D", "R&amp;D"),
        ("R&amp;D", "R&amp;amp;D"),
        ("<3", "&lt;3"),
        ("<b>", "&lt;b&gt;"),
        ("\"malt\"", "&quot;malt&quot;"),
        ("it's", "it&#39;s"),
        ("cafe\u0301", "caf\u00e9"),
        ("مرحبا", "مرحبا"),
        ("👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"),
        ("example.com", "example.com"),
        ("Example.com", "Example.com"),
        ("a@b.example", "a@b.example"),
        ("@", "@"),
        ("#ice", "<a href=\"https://home.example/tags/ice\" class=\"mention hashtag\" rel=\"tag\">#<span>ice</span></a>"),
        ("@bob@a.example", Mention("bob", "a.example")),
        ("@bob@b.example", Mention("bob", "b.example")),
        ("(@ann@b.example)", $"({Mention("ann", "b.example")})"),
        ("https://www.slocombe.example/", Link("https://www.", "slocombe.example/", "")),
        ("https://slocombe.example/a?x=1&y=2", Link("https://", "slocombe.example/a?x=1&amp;y=2", "")),
        ("https://slocombe.example/flavours/of/the/day", Link("https://", "slocombe.example/flavours/of/t", "he/day")),
        ("https://slocombe.example/flavours/of/the/night.", Link("https://", "slocombe.example/flavours/of/t", "he/night") + "."),
    ];

    private static readonly (string Typed, string Html)[] Gaps = [(" ", " "), ("\n", "<br />"), ("\n\n", "</p><p>"), ("\r\n", "<br>")];

    [Fact]
    public void Should_Say_The_Same_When_It_Comes_Back() => Prop.ForAll<byte[], byte[]>((pieces, gaps) =>
    {
        var (typed, html) = Make(pieces, gaps);
        return SaidText.AreSame(typed, SaidText.OfHtml(html));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Tell_Two_Texts_Apart_That_Differ_In_One_Piece() => Prop.ForAll<byte[], byte, byte>((pieces, place, other) =>
    {
        byte[] changed = pieces.Length == 0 ? [other] : [.. pieces];
        changed[place % changed.Length] = other;
        var same = pieces.Select(piece => piece % Pieces.Length).SequenceEqual(changed.Select(piece => piece % Pieces.Length));
        return SaidText.AreSame(Make(pieces, []).Typed, SaidText.OfHtml(Make(changed, []).Html)) == same;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Tell_A_Text_From_The_One_That_Has_A_Piece_More() => Prop.ForAll<byte[], byte>((pieces, more) =>
        !SaidText.AreSame(Make(pieces, []).Typed, SaidText.OfHtml(Make([.. pieces, more], []).Html))).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Say_The_Same_Whatever_Was_Typed() => Prop.ForAll<NonNull<string>>(text =>
        SaidText.AreSame(text.Get, SaidText.OfHtml($"<p>{WebUtility.HtmlEncode(text.Get)}</p>"))).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Tell_Any_Two_Texts_Apart_That_Differ_In_A_Letter() => Prop.ForAll<NonNull<string>, ushort>((text, place) =>
    {
        var at = place % (text.Get.Length + 1);
        var more = text.Get.Insert(at, "q");
        return !SaidText.AreSame(text.Get, more) && !SaidText.AreSame(more, text.Get);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Not_Stumble_Over_Any_Mark_Up() => Prop.ForAll<byte[]>(bytes =>
    {
        const string Letters = "<>/ap =\"'&;!-#@h";
        SaidText.OfHtml(string.Concat(bytes.Select(value => Letters[value % Letters.Length]))).ShouldNotBeNull();
    }).QuickCheckThrowOnFailure();

    private static (string Typed, string Html) Make(byte[] pieces, byte[] gaps)
    {
        var typed = new StringBuilder();
        var html = new StringBuilder("<p>");
        for (var place = 0; place < pieces.Length; place++)
        {
            if (place > 0)
            {
                var gap = Gaps[place < gaps.Length ? gaps[place] % Gaps.Length : 0];
                typed.Append(gap.Typed);
                html.Append(gap.Html);
            }

            var piece = Pieces[pieces[place] % Pieces.Length];
            typed.Append(piece.Typed);
            html.Append(piece.Html);
        }

        return (typed.ToString(), html.Append("</p>").ToString());
    }

    private static string Mention(string user, string server) =>
        $"<span class=\"h-card\" translate=\"no\"><a href=\"https://{server}/@{user}\" class=\"u-url mention\">@<span>{user}</span></a></span>";

    private static string Link(string hidden, string shown, string rest) =>
        $"<a href=\"{hidden}{shown}{rest}\" target=\"_blank\" rel=\"nofollow noopener\" translate=\"no\"><span class=\"invisible\">{hidden}</span>"
        + $"<span class=\"{(rest.Length > 0 ? "ellipsis" : "")}\">{shown}</span><span class=\"invisible\">{rest}</span></a>";
}
