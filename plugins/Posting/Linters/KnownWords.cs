using System.Collections.Frozen;

namespace PluginHost.Posting;

/// <summary>The few words by which languages are told apart, and by which an offer is known. Our own lists: short ones, that say little and are seldom wrong.</summary>
internal static class KnownWords
{
    /// <summary>Words that are common in a language and rare in the others here.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Common { get; } = new Dictionary<string, FrozenSet<string>>
    {
        ["en"] = Set("the and is are was were of to for with on this that you your we our from at have has will it be not by or as they their what when which who can"),
        ["nb"] = Set("og er det som på til av med for ikke vi du deg dere den har var kan fra eller om men jeg nå skal vil ble bli også etter mer hos oss vår våre være"),
        ["de"] = Set("und der die das ist sind nicht mit für auf von dem den ein eine einen wir ihr sie es im zum zur bei auch aus nach oder wird werden haben hat uns unsere über"),
        ["fr"] = Set("le la les et est sont des du un une dans pour avec sur pas vous nous votre notre qui que ce cette au aux en ne plus par ou mais ont été être"),
    }.ToFrozenDictionary();

    /// <summary>Words and phrases that a text seldom has unless it sells something.</summary>
    public static IReadOnlyList<string> Offers { get; } =
    [
        "discount", "discounts", "% off", "half price", "coupon", "promo code", "special offer", "limited offer", "free trial", "buy now", "black friday",
        "rabatt", "rabattkode", "tilbud", "halv pris", "salgskampanje",
        "angebot", "gutschein", "rabattcode", "zum halben preis", "sonderangebot",
        "promotion", "remise", "soldes", "code promo", "offre spéciale", "à moitié prix",
        "خصم", "تخفيض", "تخفيضات", "عرض خاص", "قسيمة",
    ];

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
