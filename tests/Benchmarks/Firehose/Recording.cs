using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PluginHost.Benchmarks.Firehose;

/// <summary>
/// A stream as Jetstream would have told it, a line an event, the same in every run: posts of people who write in several scripts, with links, quotes and answers as long as theirs are, deletions, accounts
/// and handles between them. Every thousandth post has the word that is wanted, and every tenth of those comes twice.
/// </summary>
internal static class Recording
{
    public const int Events = 200_000;
    public const string Word = "acmeworks";

    private static readonly DateTimeOffset Begun = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly JsonWriterOptions AsServersWrite = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly (string Language, int Share, string[] Words)[] Tongues =
    [
        ("en", 48, ["the", "of", "and", "today", "people", "I’m", "really", "think", "about", "this", "morning", "coffee", "game", "never", "would", "train"]),
        ("ja", 20, ["今日は", "ありがとう", "とても", "楽しい", "ゲーム", "電車が", "遅れて", "いる", "コーヒー", "を飲む"]),
        ("pt", 9, ["não", "você", "hoje", "muito", "então", "gente", "coração", "manhã", "está", "amanhã"]),
        ("de", 8, ["heute", "schön", "für", "über", "nicht", "Straße", "wäre", "Kaffee", "müssen", "Leute"]),
        ("es", 7, ["mañana", "también", "qué", "gente", "corazón", "está", "nunca", "después", "hoy", "café"]),
        ("ko", 5, ["오늘", "정말", "커피", "좋아요", "기차", "사람들"]),
        ("ar", 3, ["اليوم", "صباح", "الخير", "القهوة", "كثيرا", "الناس"]),
    ];

    private static readonly string[] Pictures = ["😂", "❤️", "🔥", "👀", "🙏🏽", "✨"];

    /// <summary>Writes it.</summary>
    /// <returns>How many posts have the word, those that come twice counted once.</returns>
    public static int Write(string path)
    {
        var random = new Random(20261128);
        var (posts, wanted, line) = (0, 0, new ArrayBufferWriter<byte>(4096));
        using var file = File.Create(path, 1 << 20);
        for (var number = 0; number < Events; number++)
        {
            line.ResetWrittenCount();
            var isPost = random.Next(100) < 85;
            var isWanted = isPost && ++posts % 1000 == 0;
            using (var json = new Utf8JsonWriter(line, AsServersWrite))
                WriteEvent(json, random, number, isPost, isWanted);

            line.Write("\n"u8);
            file.Write(line.WrittenSpan);
            if (isWanted && ++wanted % 10 == 0)
            {
                file.Write(line.WrittenSpan);
                number++;
            }
        }

        return wanted;
    }

    private static void WriteEvent(Utf8JsonWriter json, Random random, int number, bool isPost, bool isWanted)
    {
        json.WriteStartObject();
        json.WriteString("did", Did(random));
        json.WriteNumber("time_us", (Begun.ToUnixTimeMilliseconds() * 1000) + (number * 20_000L));
        var kind = isPost ? 0 : random.Next(3);
        json.WriteString("kind", kind switch { 0 or 1 => "commit", _ => "identity" });
        if (kind <= 1)
            WriteCommit(json, random, number, isPost, isWanted);
        else
            WriteIdentity(json, random);

        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, Random random)
    {
        json.WriteStartObject("identity");
        json.WriteString("did", Did(random));
        json.WriteString("handle", $"{Letters(random, 9)}.bsky.social");
        json.WriteNumber("seq", random.Next());
        json.WriteString("time", Begun);
        json.WriteEndObject();
    }

    private static void WriteCommit(Utf8JsonWriter json, Random random, int number, bool isPost, bool isWanted)
    {
        json.WriteStartObject("commit");
        json.WriteString("rev", Letters(random, 13));
        json.WriteString("operation", isPost ? "create" : "delete");
        json.WriteString("collection", "app.bsky.feed.post");
        json.WriteString("rkey", Letters(random, 13));
        if (isPost)
        {
            json.WriteStartObject("record");
            WriteRecord(json, random, number, isWanted);
            json.WriteEndObject();
            json.WriteString("cid", $"bafyrei{Letters(random, 52)}");
        }

        json.WriteEndObject();
    }

    private static void WriteRecord(Utf8JsonWriter json, Random random, int number, bool isWanted)
    {
        var (language, _, words) = Pick(random);
        json.WriteString("$type", "app.bsky.feed.post");
        json.WriteString("createdAt", Begun.AddMilliseconds(number * 20));
        if (random.Next(100) < 25)
            WriteLinks(json, random);

        json.WriteStartArray("langs");
        json.WriteStringValue(language);
        json.WriteEndArray();
        if (random.Next(100) < 45)
            WriteAnswer(json, random);

        json.WriteString("text", Text(random, words, isWanted));
    }

    private static void WriteLinks(Utf8JsonWriter json, Random random)
    {
        json.WriteStartArray("facets");
        json.WriteStartObject();
        json.WriteStartArray("features");
        json.WriteStartObject();
        json.WriteString("$type", "app.bsky.richtext.facet#link");
        json.WriteString("uri", $"https://{Letters(random, 8)}.example/{Letters(random, 24)}");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("index");
        json.WriteNumber("byteStart", 3);
        json.WriteNumber("byteEnd", 29);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteAnswer(Utf8JsonWriter json, Random random)
    {
        json.WriteStartObject("reply");
        foreach (var end in new[] { "parent", "root" })
        {
            json.WriteStartObject(end);
            json.WriteString("cid", $"bafyrei{Letters(random, 52)}");
            json.WriteString("uri", $"at://{Did(random)}/app.bsky.feed.post/{Letters(random, 13)}");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Most are short, and few as long as they may be.
    private static string Text(Random random, string[] words, bool isWanted)
    {
        var count = 2 + (int)(40 * Math.Pow(random.NextDouble(), 2));
        var said = Enumerable.Range(0, count).Select(_ => words[random.Next(words.Length)]).ToList();
        if (random.Next(100) < 20)
            said.Add(Pictures[random.Next(Pictures.Length)]);

        if (random.Next(100) < 15)
            said.Insert(count / 2, "\n\n");

        if (isWanted)
            said.Insert(count / 2, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(Word));

        return string.Join(' ', said);
    }

    private static (string Language, int Share, string[] Words) Pick(Random random)
    {
        var left = random.Next(100);
        return Tongues.First(tongue => (left -= tongue.Share) < 0);
    }

    private static string Did(Random random) => $"did:plc:{Letters(random, 24)}";

    private static string Letters(Random random, int count) => random.GetString("234567abcdefghijklmnopqrstuvwxyz", count);
}
