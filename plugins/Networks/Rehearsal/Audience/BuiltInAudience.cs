namespace PluginHost.Rehearsal;

/// <summary>
/// Who listens where the workspace describes nobody: regulars who praise, the curious who ask, the unhappy who complain, and those who are silent.
/// </summary>
internal static class BuiltInAudience
{
    private static readonly string[] AllLanguages = ["en", "en", "nb", "de", "fr", "ar"];

    public static IReadOnlyList<AudienceGroup> Groups { get; } =
    [
        new()
        {
            Name = "regulars",
            Share = 35,
            Languages = AllLanguages,
            Reply = 0.06,
            Repost = 0.05,
            Like = 0.35,
            Follow = 0.02,
            Latest = TimeSpan.FromHours(3),
            Replies = new Dictionary<string, IReadOnlyList<string>>
            {
                ["en"] = ["You made my day.", "This is why I keep coming back.", "Best news this week!", "Told everyone at work."],
                ["nb"] = ["Så bra, dette har vi ventet på!", "Dere er best.", "Det beste jeg har lest i dag."],
                ["de"] = ["Großartig, genau darauf habe ich gewartet!", "Ihr seid die Besten.", "Das freut mich sehr."],
                ["fr"] = ["Génial, merci !", "C’est exactement ce que j’attendais.", "Toujours un plaisir de vous lire."],
                ["ar"] = ["خبر رائع، شكرًا لكم!", "أنتم الأفضل دائمًا.", "هذا ما كنت أنتظره."],
            },
        },
        new()
        {
            Name = "curious",
            Share = 20,
            Languages = AllLanguages,
            Reply = 0.18,
            Repost = 0.02,
            Like = 0.15,
            Follow = 0.02,
            Latest = TimeSpan.FromHours(2),
            Replies = new Dictionary<string, IReadOnlyList<string>>
            {
                ["en"] = ["How long will this last?", "Are you open on Sundays too?", "Does this work abroad?", "What does it cost?"],
                ["nb"] = ["Hvor lenge gjelder dette?", "Har dere åpent på søndag?", "Hva koster det?", "Gjelder det også i Tromsø?"],
                ["de"] = ["Wie lange gilt das?", "Habt ihr sonntags geöffnet?", "Was kostet das?", "Gibt es das auch in Köln?"],
                ["fr"] = ["C’est valable jusqu’à quand ?", "Êtes-vous ouverts le dimanche ?", "Combien ça coûte ?"],
                ["ar"] = ["إلى متى يستمر هذا العرض؟", "هل أنتم مفتوحون يوم الجمعة؟", "كم السعر؟", "هل يعمل هذا خارج البلاد؟"],
            },
        },
        new()
        {
            Name = "unhappy",
            Share = 10,
            Languages = AllLanguages,
            Reply = 0.15,
            Repost = 0.01,
            Like = 0.02,
            Soonest = TimeSpan.FromMinutes(1),
            Replies = new Dictionary<string, IReadOnlyList<string>>
            {
                ["en"] = ["I have waited for an answer since Monday.", "It did not work for me. Again.", "Sold out when I came, at noon."],
                ["nb"] = ["Jeg har ventet på svar siden mandag.", "Det virket ikke. Igjen.", "Utsolgt da jeg kom."],
                ["de"] = ["Ich warte seit Montag auf eine Antwort.", "Bei mir ging es nicht. Schon wieder.", "Ausverkauft, als ich kam."],
                ["fr"] = ["J’attends une réponse depuis lundi.", "Ça n’a pas marché. Encore une fois.", "Plus rien quand je suis arrivé."],
                ["ar"] = ["أنتظر الرد منذ يوم الاثنين.", "لم يعمل عندي، مرة أخرى.", "نفدت الكمية عندما وصلت."],
            },
        },
        new()
        {
            Name = "silent",
            Share = 35,
            Languages = AllLanguages,
            Repost = 0.005,
            Like = 0.08,
            Soonest = TimeSpan.FromMinutes(1),
            Latest = TimeSpan.FromHours(8),
        },
    ];
}
