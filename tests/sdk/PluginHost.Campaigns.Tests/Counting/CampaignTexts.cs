using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Campaigns.Tests.Counting;

/// <summary>Texts as people who post write them, and as nobody does.</summary>
internal static class CampaignTexts
{
    public static readonly string[] Pieces =
    [
        "The door is open until six.", "Open!", "offers", "مرحبا بكم", "العرض حتى الجمعة.", "مَرْحَبًا", "日本語のお知らせ。", "👨‍👩‍👧‍👦", "👍🏽", "🇳🇴🇸🇪", "❤️", "1⃣", "e\u0301", "ไอติม",
        "https://example.com/a/very/long/way/to/go?x=1&y=2", "http://foobar.پاکستان/", "example.com", "https://en.wikipedia.org/wiki/Rust_(programming_language)",
        "@bob@social.example.org", "@slocombe", "me@example.com", "\u2066\u202A", "\uFFFE", "#ice", "a.b.c", "...", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\ud83d",
    ];

    private static readonly string[] Gaps = [" ", " ", " ", "\n", "\n\n", "", "  ", "\t", "\r\n"];

    public static Arbitrary<string> Any => Make(Pieces);

    /// <summary>Texts that are well-formed UTF-16, as all are that reach a network.</summary>
    public static Arbitrary<string> WellFormed => Make([.. Pieces.Where(piece => piece is not ("\ud83d" or "\uFFFE"))]);

    private static Arbitrary<string> Make(string[] pieces) => Gen.Elements(pieces)
        .Zip(Gen.Elements(Gaps), (piece, gap) => piece + gap)
        .ListOf()
        .Select(parts => string.Concat(parts))
        .ToArbitrary();
}
