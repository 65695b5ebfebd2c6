namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>Text that terminals draw wrongly when they are not told how.</summary>
internal static class Samples
{
    public static IReadOnlyList<string> Arabic { get; } =
    [
        "مرحبا بالعالم",
        "[12:00:02] تم الاتصال بالخادم",
        "السعر 12,50 كرونة (شامل الضريبة)",
        "نكهة اليوم: Blue Bottle Vietnamese Coffee!",
        "The flavour is قهوة فيتنامية, for one day only.",
        "لا إله ﷲ لآ لأ لإ",
        "متى تفتحون؟ @أحمد #متجر",
        "بَيْتٌ وَكِتَابٌ",
        "https://example.org/نكهات?يوم=5",
        "עברית עם English ו-123",
        "فارسی: کتاب‌خانه می‌روم ۱۲۳",
        "اردو: ٹھیک ہے",
    ];

    public static IReadOnlyList<string> Emoji { get; } =
    [
        "👨‍👩‍👧‍👦 a family of four",
        "👩‍🚀 🧑🏽‍🚒 🏳️‍🌈 joined pictures",
        "👍🏽 👋🏿 tones of skin",
        "❤️ ✈️ ☎️ symbols that became pictures",
        "☎︎ ✈︎ and that did not",
        "🇳🇴 🇫🇷 🇸🇦 🇺🇸 flags",
        "1️⃣ #️⃣ *️⃣ keys",
        "中文 日本語 한국어 wide",
        "각 각 the same syllable in two ways",
        "e\u0301 o\u0308 n\u0303 a\u0300\u0328 marks that combine",
        "ｆｕｌｌ ｗｉｄｔｈ and ﾊﾝｶｸ",
        "§ ± α Ж ○ ▲ signs of unclear width",
        "नमस्ते สวัสดี ជំរាបសួរ",
        "\u200Bzero\u200Bwidth\u200D \uFEFF",
    ];

    public static IReadOnlyList<string> Hostile { get; } =
    [
        "\e[31mred?\e[0m \e[2J and cleared?",
        "\e]0;a title?\a \e]52;c;aGk=\a",
        "\u202Egnp.exe and \u2066isolated\u2069",
        "admin\u202E\u2066// of a comment\u2069 \u2066begins",
        "bell\a tab\there back\bspace return\rhere delete\u007F",
        "null\0 C1 \u0085 \u009B31m \u009D",
        "line\nfeed para\u2029graph line\u2028end",
        new string('\u0301', 40) + " forty marks on nothing",
        "Z" + new string('\u0336', 60) + " sixty on a letter",
        "half of a pair \uD83D and \uDC68 the other half",
        "private \uE000 \uF8FF and unassigned \u0378",
        "tags 🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F are part of a flag",
    ];
}
