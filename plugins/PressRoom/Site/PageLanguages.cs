using System.Collections.Frozen;
using System.Globalization;

namespace PluginHost.PressRoom.Site;

/// <summary>The languages that the pages themselves speak. A release may be in any other: its page then speaks English around it.</summary>
internal static class PageLanguages
{
    private static readonly string[] RightToLeft = ["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"];

    private static readonly PageWords English = new()
    {
        Newsroom = "Newsroom",
        Languages = "Languages",
        About = "About",
        Contact = "Press contact",
        Feed = "Feed",
        Updated = "Updated",
        Retracted = "This release has been retracted.",
        Nothing = "Nothing has been published yet.",
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        Date = "{0} {1} {2}",
    };

    private static readonly FrozenDictionary<string, PageWords> Known = new Dictionary<string, PageWords>
    {
        ["en"] = English,
        ["nb"] = English with
        {
            Newsroom = "Presserom",
            Languages = "Språk",
            About = "Om",
            Contact = "Pressekontakt",
            Feed = "Nyhetsstrøm",
            Updated = "Oppdatert",
            Retracted = "Denne pressemeldingen er trukket tilbake.",
            Nothing = "Ingenting er publisert ennå.",
            Months = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"],
            Date = "{0}. {1} {2}",
        },
        ["de"] = English with
        {
            Newsroom = "Presse",
            Languages = "Sprachen",
            About = "Über",
            Contact = "Pressekontakt",
            Feed = "Feed",
            Updated = "Aktualisiert",
            Retracted = "Diese Mitteilung wurde zurückgezogen.",
            Nothing = "Noch wurde nichts veröffentlicht.",
            Months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
            Date = "{0}. {1} {2}",
        },
        ["fr"] = English with
        {
            Newsroom = "Espace presse",
            Languages = "Langues",
            About = "À propos de",
            Contact = "Contact presse",
            Feed = "Flux",
            Updated = "Mis à jour",
            Retracted = "Ce communiqué a été retiré.",
            Nothing = "Rien n’a encore été publié.",
            Months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        },
        ["ar"] = English with
        {
            Newsroom = "غرفة الأخبار",
            Languages = "اللغات",
            About = "نبذة عن",
            Contact = "للتواصل الإعلامي",
            Feed = "خلاصة الأخبار",
            Updated = "آخر تحديث",
            Retracted = "سُحب هذا البيان الصحفي.",
            Nothing = "لم يُنشر شيء بعد.",
            Months = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
        },
    }.ToFrozenDictionary();

    /// <summary>The words of a language (BCP 47), by its first part.</summary>
    public static PageWords Of(string language)
    {
        var first = language.Split('-')[0].ToLowerInvariant();
        var words = Known.GetValueOrDefault(first is "no" or "nn" ? "nb" : first, English);
        return words with { IsRightToLeft = RightToLeft.Contains(first) };
    }

    /// <summary>A date, as it is read in a language.</summary>
    public static string DateOf(PageWords words, DateTimeOffset local) =>
        string.Format(CultureInfo.InvariantCulture, words.Date, local.Day, words.Months[local.Month - 1], local.Year);
}
