using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Listening.Tests.Matching;

/// <summary>Makes posts and queries in five languages out of a seed: real words, in disorder, in every disguise in which people write them.</summary>
internal sealed class Babel(IRandom dice, IReadOnlyDictionary<string, IReadOnlyList<string>> words)
{
    private static readonly string[] Handles = ["kari", "ola_bergen", "omar.example.social", "luc@mastodon.example", "acme_status", "lena", "deals_daily"];
    private static readonly string[] Networks = ["bluesky", "mastodon", "x"];

    /// <summary>Words of five languages, with what makes each of them hard.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OwnWords { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        ["en"] = "acme globex down slow again connection connected fine coffee far fur naive price offer don't won't it's the and service help queue 24 2026 good".Split(' '),
        ["no"] = "får far fur før fore ære være øya oya åse aase blå grønn nede igjen treg køen kø ikke på pa tilbud åpent søndag kjøp acme".Split(' '),
        ["de"] = "Müller Mueller Muller für fur Straße Strasse grün größe schön schon Öl wieder langsam geht nicht über uber acme Störung heiß".Split(' '),
        ["fr"] = "l'eau d'été élève eleve cœur coeur ça ca déçu où ou panne encore réglé prix l'équipe à la bientôt naïve œuvre acme noël".Split(' '),
        ["ar"] = "أحمد احمد إيميل ايميل متجر مكتبة مكتبه مَكْتَب على علي مؤسسة شاطئ خدمة بطيئة تعطلت مرة أخرى السعر ٣٤ جميل جمـيل هذا اليوم".Split(' '),
    };

    public NaivePost Post()
    {
        var language = Pick(words.Keys.ToList());
        var pieces = Enumerable.Range(0, dice.Next(0, 16)).Select(_ => Piece(dice.Next(0, 12) == 0 ? Pick(words.Keys.ToList()) : language));
        return new NaivePost(Pick(Handles), dice.Next(0, 8) == 0 ? "" : LanguageOf(language), Pick(Networks), string.Concat(pieces).Trim());
    }

    public Ask Query()
    {
        var language = Pick(words.Keys.ToList());
        while (true)
        {
            var query = Combination(language, dice.Next(0, 3));
            if (query.IsAnchored)
                return query;
        }
    }

    private Ask Combination(string language, int depth)
    {
        if (depth == 0)
            return Term(language);

        var parts = Enumerable.Range(0, dice.Next(2, 4)).Select(_ => Combination(language, depth - 1)).ToList();
        return dice.Next(0, 5) switch
        {
            0 or 1 => Ask.Any(parts),
            2 => Ask.All([parts[0], Ask.Not(parts[1], dice.Next(0, 2) == 0)], dice.Next(0, 2) == 0),
            _ => Ask.All(parts, dice.Next(0, 2) == 0),
        };
    }

    private Ask Term(string language) => dice.Next(0, 14) switch
    {
        0 or 1 => Ask.Phrase([.. Parts(language)]),
        2 or 3 => Prefix(language),
        4 => Ask.Tag(Whole(language)),
        5 => Ask.Mention(Pick(Handles[..3])),
        6 => Ask.From(Pick(Handles)),
        7 => Ask.Language(language),
        8 => Ask.Network(Pick(Networks)),
        _ => Ask.Word(Whole(language)),
    };

    // One of them is a word at least, at any place: without it, most of them would stand in no post.
    private IEnumerable<string> Parts(string language)
    {
        var word = dice.Next(0, 2);
        for (var place = 0; place < 2; place++)
            yield return place == word ? Whole(language) : Part(language);
    }

    private string Part(string language) => dice.Next(0, 6) switch
    {
        0 => $"#{Whole(language)}",
        1 => $"@{Pick(Handles)}",
        2 => "https://globex.example/whatever?a=b#c",
        _ => Whole(language),
    };

    private Ask Prefix(string language)
    {
        while (true)
        {
            var word = Whole(language);
            var length = dice.Next(3, 6);
            if (word.Length >= length && !char.IsHighSurrogate(word[length - 1]) && Naive.Read(word[..length]) is [{ Folded.Length: >= 3 }])
                return Ask.Prefix(word[..length]);
        }
    }

    // Of a language, one that punctuation does not part.
    private string Whole(string language)
    {
        while (true)
        {
            var word = Disguised(Pick(words[language]));
            if (word is not ("AND" or "OR" or "NOT") && Naive.Read(word) is [{ Kind: "word" }])
                return word;
        }
    }

    private string Piece(string language) => dice.Next(0, 20) switch
    {
        0 => $"#{Disguised(Pick(words[language]))} ",
        1 => $"@{Pick(Handles)} ",
        2 => $"https://acme.example/{Uri.EscapeDataString(Pick(words[language]))}?a=b#c ",
        3 => $"{Pick(words[language])}, ",
        4 => $"({Disguised(Pick(words[language]))})… ",
        5 => $"{Pick(words[language])}-{Pick(words[language])} ",
        6 => $"{Pick(words[language])}\u200F\n",
        7 => "🍦👍🏽 ",
        _ => $"{Disguised(Pick(words[language]))} ",
    };

    private string Disguised(string word) => dice.Next(0, 12) switch
    {
        0 => word.ToUpperInvariant(),
        1 => word.Normalize(System.Text.NormalizationForm.FormD),
        2 => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word),
        3 => string.Concat(word.EnumerateRunes().Select(rune => rune.Value is >= 'a' and <= 'z' ? char.ConvertFromUtf32(0x1D41A + rune.Value - 'a') : rune.ToString())),
        4 => string.Concat(word.Select(letter => letter is > ' ' and < '\u007F' and not ('\'' or '*') ? (char)(letter + 0xFEE0) : letter)),
        5 => word.Replace("fi", "ﬁ", StringComparison.Ordinal).Replace("لا", "ﻻ", StringComparison.Ordinal),
        _ => word,
    };

    private string LanguageOf(string language) => language != "no" ? language : Pick(["no", "nb", "nn"]);

    private T Pick<T>(IReadOnlyList<T> items) => items[dice.Next(0, items.Count)];
}
