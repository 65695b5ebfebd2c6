namespace PluginHost.Rehearsal;

/// <summary>What strangers say, by language. <c>{0}</c> stands for what they talk of, <c>{1}</c> for something else of its kind.</summary>
internal static class ChatterTexts
{
    /// <summary>What they talk of where the settings name nothing.</summary>
    public static readonly string[] Topics = ["Slocombe", "Telco", "Globex"];

    /// <summary>The one who shouts in every stream.</summary>
    public const string Noise = "{0} deals!!! Up to 70 % off, today only. Click now! #{2} #deals";

    private static readonly string[] English =
    [
        "Best hour of the week: {0} with the children.", "Is {0} slow for anybody else today?", "{0} is down again. Third time this month.",
        "Moving from {1} to {0}. Any regrets?", "Why does nobody at {0} answer? I have asked twice. #{2}", "Honest question: {0} or {1}?",
        "The new price list of {0} is a bad joke.", "Shout-out to the team at {0}, problem solved in five minutes!", "I'd queue for {0} any day. #{2}",
        "Nice weather. Nothing else to report.", "Does anybody know a good dentist?",
    ];

    private static readonly string[] Norwegian =
    [
        "{0} er nede igjen, noen andre som merker det?", "Får ikke svar fra {0}. Har prøvd siden i går.", "Så fornøyd med {0}, anbefales!",
        "{0} eller {1}? Trenger råd før jeg bytter.", "Køen hos {0} var lang, men det var verdt det. #{2}", "Prisene til {0} øker igjen…", "Fint vær i dag.",
    ];

    private static readonly string[] German =
    [
        "{0} ist schon wieder langsam. Geht es nur mir so?", "Großes Lob an {0}: Störung in zehn Minuten behoben!", "Wechsel von {1} zu {0}, lohnt sich das?",
        "Die Öffnungszeiten von {0} sind ein Rätsel.", "Für {0} stehe ich gern an. #{2}", "Heute regnet es.",
    ];

    private static readonly string[] French =
    [
        "{0} est encore en panne ? Ça fait trois fois.", "Merci à l'équipe de {0}, problème réglé en cinq minutes !", "{0} ou {1}, qu'en pensez-vous ?",
        "Toujours pas de réponse de {0}… #{2}", "L'été, la plage et {0} : parfait.", "Rien de neuf aujourd'hui.",
    ];

    private static readonly string[] Arabic =
    [
        "هل خدمة {0} بطيئة عندكم أيضًا؟", "تعطلت {0} مرة أخرى!", "شكرًا لفريق {0} على الرد السريع.", "أيهما أفضل: {0} أم {1}؟ #{2}", "الجو جميل اليوم.",
    ];

    public static IReadOnlyList<string> In(string language) => language switch
    {
        "nb" => Norwegian,
        "de" => German,
        "fr" => French,
        "ar" => Arabic,
        _ => English,
    };
}
