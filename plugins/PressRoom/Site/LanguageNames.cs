using System.Collections.Frozen;

namespace PluginHost.PressRoom.Site;

/// <summary>What languages call themselves. One that is not among them goes by its tag: names that come from the machine would differ from machine to machine.</summary>
internal static class LanguageNames
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["ar"] = "العربية",
        ["da"] = "Dansk",
        ["de"] = "Deutsch",
        ["en"] = "English",
        ["es"] = "Español",
        ["fa"] = "فارسی",
        ["fi"] = "Suomi",
        ["fr"] = "Français",
        ["he"] = "עברית",
        ["it"] = "Italiano",
        ["ja"] = "日本語",
        ["ko"] = "한국어",
        ["nb"] = "Norsk",
        ["nl"] = "Nederlands",
        ["nn"] = "Nynorsk",
        ["pl"] = "Polski",
        ["pt"] = "Português",
        ["se"] = "Davvisámegiella",
        ["sv"] = "Svenska",
        ["tr"] = "Türkçe",
        ["uk"] = "Українська",
        ["zh"] = "中文",
    }.ToFrozenDictionary();

    public static string Of(string language) => Known.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant()) is { } name
        ? language.Contains('-', StringComparison.Ordinal) ? $"{name} ({language})" : name
        : language;
}
