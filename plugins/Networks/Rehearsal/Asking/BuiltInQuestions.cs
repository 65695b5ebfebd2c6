namespace PluginHost.Rehearsal;

/// <summary>What people ask a shop where the workspace says nothing of its own: much of it again and again, some of it once.</summary>
internal static class BuiltInQuestions
{
    private static readonly string[] English =
    [
        "When do you open on Sundays?", "What are your opening hours today?", "are you open on sunday???", "Do you deliver to my home?", "How much is delivery?",
        "Do you have a car park?", "Where can I park?", "Can I return things without a receipt?", "Do you take back bottles?", "Is your bread free of gluten?",
        "Do you sell oat milk?", "Can I pay by card?", "I found a stone in my lentils. What now?", "Somebody was rude to me at the till this morning.",
        "Thank you for the flowers!", "Is the strike over?",
    ];

    private static readonly string[] Norwegian =
    [
        "Har dere åpent på søndag?", "Hva er åpningstidene i dag?", "Leverer dere hjem?", "Hva koster levering?", "Har dere parkering?", "Kan jeg returnere uten kvittering?",
        "Tar dere imot pant?", "Er brødet glutenfritt?", "Selger dere havremelk?", "Kan jeg betale med kort?", "Jeg fant en stein i linsene. Hva nå?", "Takk for blomstene!",
    ];

    private static readonly string[] German =
    [
        "Habt ihr sonntags geöffnet?", "Wie sind die Öffnungszeiten heute?", "Liefert ihr nach Hause?", "Was kostet die Lieferung?", "Habt ihr einen Parkplatz?",
        "Kann ich ohne Kassenbon umtauschen?", "Nehmt ihr Pfandflaschen?", "Ist euer Brot glutenfrei?", "Gibt es Hafermilch?", "Kann ich mit Karte zahlen?",
        "In meinen Linsen war ein Stein. Was nun?", "Danke für die Blumen!",
    ];

    private static readonly string[] French =
    [
        "Êtes-vous ouverts le dimanche ?", "Quels sont les horaires aujourd’hui ?", "Livrez-vous à domicile ?", "Combien coûte la livraison ?", "Avez-vous un parking ?",
        "Puis-je rendre un article sans ticket ?", "Votre pain est-il sans gluten ?", "Vendez-vous du lait d’avoine ?", "Puis-je payer par carte ?",
        "Il y avait un caillou dans mes lentilles.", "Merci pour les fleurs !",
    ];

    private static readonly string[] Arabic =
    [
        "هل أنتم مفتوحون يوم الجمعة؟", "ما هي ساعات العمل اليوم؟", "هل توصلون إلى المنزل؟", "كم سعر التوصيل؟", "هل يوجد موقف سيارات؟", "هل خبزكم خال من الغلوتين؟",
        "هل أستطيع الدفع بالبطاقة؟", "وجدت حجرا في العدس. ماذا أفعل؟", "شكرا على الزهور!",
    ];

    /// <summary>The questions of a language; those of English where it has none here.</summary>
    public static IReadOnlyList<string> In(string language) => language.Split('-')[0] switch
    {
        "nb" or "nn" or "no" => Norwegian,
        "de" => German,
        "fr" => French,
        "ar" => Arabic,
        _ => English,
    };
}
