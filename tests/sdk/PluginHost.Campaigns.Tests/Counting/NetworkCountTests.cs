using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Campaigns.Tests.Counting;

public sealed class NetworkCountTests
{
    private const string Family = "👨‍👩‍👧‍👦";

    private static readonly NetworkRules X = KnownNetworks.RulesOf("x");
    private static readonly NetworkRules Mastodon = KnownNetworks.RulesOf("mastodon");
    private static readonly NetworkRules Bluesky = KnownNetworks.RulesOf("bluesky");

    public static TheoryData<string, int, int, int> Texts => new()
    {
        // text, X, Mastodon, Bluesky
        { "hello", 5, 5, 5 },
        { "مرحبا", 5, 5, 5 },
        { "\uFEEB\uFEED", 4, 2, 2 }, // Arabic in presentation forms
        { Family, 2, 1, 1 },
        { "❤️", 2, 1, 1 },
        { "©", 1, 1, 1 },
        { "©️", 2, 1, 1 },
        { "1⃣", 2, 1, 1 },
        { "🇳🇴", 2, 1, 1 },
        { "日本", 4, 2, 2 },
        { "e\u0301", 1, 1, 1 },
        { "see https://example.com/a/very/long/way/to/go", 27, 27, 4 + 11 + 13 + 1 },
        { "see example.com/short", 27, 21, 21 },
        { "see http://nowhere.invalidtop/", 30, 30, 30 },
        { "me@example.com", 14, 14, 14 },
        { "日本語example.comです", 6 + 23 + 4, 3 + 11 + 2, 3 + 11 + 2 },
        { "@bob@social.example.org hi", 26, 7, 26 },
        { "https://en.wikipedia.org/wiki/Rust_(programming_language).", 24, 24, 16 + 13 + 1 + 1 },
        { "(https://example.com)", 25, 25, 13 },
        { "e.g. this", 9, 9, 9 },
        { "", 0, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Should_Count_By_The_Rules_Of_Each_Network(string text, int onX, int onMastodon, int onBluesky)
    {
        X.Count(text).Count.ShouldBe(onX);
        Mastodon.Count(text).Count.ShouldBe(onMastodon);
        Bluesky.Count(text).Count.ShouldBe(onBluesky);
    }

    [Fact]
    public void Should_Say_What_Each_Piece_Cost()
    {
        var count = X.Count($"Hi @bob, 日本 {Family} https://example.com/page!");

        count.Pieces.Select(piece => (piece.Kind, piece.Start, piece.Length, piece.Cost)).ShouldBe(
        [
            (TextPieceKind.Text, 0, 3, 3),
            (TextPieceKind.Mention, 3, 4, 4),
            (TextPieceKind.Text, 7, 2, 2),
            (TextPieceKind.Weighted, 9, 2, 4),
            (TextPieceKind.Text, 11, 1, 1),
            (TextPieceKind.Emoji, 12, 11, 2),
            (TextPieceKind.Text, 23, 1, 1),
            (TextPieceKind.Link, 24, 24, 23),
            (TextPieceKind.Text, 48, 1, 1),
        ]);
    }

    [Fact]
    public void Should_Name_Places_In_What_Was_Written_Where_It_Is_Composed_First()
    {
        var count = X.Count("cafe\u0301 example.com");

        count.Count.ShouldBe(5 + 23);
        count.Pieces[^1].ShouldBe(new TextPiece { Start = 6, Length = 11, Kind = TextPieceKind.Link, Cost = 23 });
    }

    [Fact]
    public void Should_Count_A_Content_Warning_Where_The_Network_Does()
    {
        Mastodon.Count("text", "spoiler").Count.ShouldBe(11);
        X.Count("text", "spoiler").Count.ShouldBe(4);
    }

    [Fact]
    public void Should_Refuse_A_Character_That_The_Network_Takes_In_No_Post()
    {
        var count = X.Count("ab\uFFFEc");

        count.Fits.ShouldBeFalse();
        count.RefusedAt.ShouldBe(2);
        count.Pieces.ShouldContain(piece => piece.Kind == TextPieceKind.Refused);
    }

    [Fact]
    public void Should_Count_The_Bytes_Of_What_Is_Shown()
    {
        var text = "see https://example.com/a/very/long/way/to/go";
        var shown = Bluesky.Show(text);

        shown.Text.ShouldBe("see example.com/a/very/long/…");
        shown.Links.ShouldBe([new ShownLink { Start = 4, Length = 25, Address = "https://example.com/a/very/long/way/to/go" }]);
        Bluesky.Count(text).Bytes.ShouldBe(System.Text.Encoding.UTF8.GetByteCount(shown.Text));
    }

    [Fact]
    public void Should_Let_An_Instance_Have_Limits_Of_Its_Own()
    {
        var own = Mastodon with { Limit = 5_000, Links = Mastodon.Links with { Cost = 30 } };

        own.Count("https://example.com").ToString().ShouldBe("30 of 5000 characters");
    }

    [Fact]
    public void Should_Name_The_Nearest_Network_Where_A_Name_Is_Not_Known() =>
        Should.Throw<Sdk.WrongUseException>(() => KnownNetworks.RulesOf("mastadon")).Message.ShouldContain("Did you mean \"mastodon\"?");

    [Fact]
    public void Should_Count_Quickly_Enough_For_Every_Key()
    {
        var text = string.Concat(Enumerable.Repeat("The door is open until six, says @slocombe. ", 5)) + "https://example.com/offers/of/the/week 👨‍👩‍👧‍👦 today";
        text.Length.ShouldBeInRange(270, 290);
        X.Count(text);
        var before = GC.GetAllocatedBytesForCurrentThread();

        X.Count(text);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_536);
    }

    [Fact]
    public void Should_Lose_No_Character_And_No_Cost_Whatever_The_Text() => Prop.ForAll(CampaignTexts.Any, text =>
    {
        foreach (var rules in (NetworkRules[])[X, Mastodon, Bluesky])
        {
            var count = rules.Count(text);
            var place = 0;
            foreach (var piece in count.Pieces)
            {
                if (piece.Start != place || piece.Length <= 0)
                    return false;

                place += piece.Length;
            }

            if (place != text.Length || count.Pieces.Sum(piece => piece.Cost) != count.Count)
                return false;
        }

        var shown = Bluesky.Show(text);
        return System.Text.Encoding.UTF8.GetByteCount(shown.Text) == Bluesky.Count(text).Bytes;
    }).QuickCheckThrowOnFailure();
}
