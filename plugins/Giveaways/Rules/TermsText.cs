using System.Globalization;
using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Giveaways.Logs;

namespace PluginHost.Giveaways.Rules;

/// <summary>The terms in one line of JSON, always the same for the same terms: what is kept, what the digest of the rules is taken of, and what a proof holds.</summary>
internal static class TermsText
{
    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Of(GiveawayTerms terms) => JsonLine.Write(json =>
    {
        json.WriteString("id", terms.Id);
        json.WriteString("title", terms.Title);
        WriteList(json, "prizes", terms.Prizes);
        json.WriteString("closes", terms.ClosesAt.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture));
        json.WriteNumber("claimSeconds", (long)terms.Claim.TotalSeconds);
        json.WriteNumber("leadSeconds", (long)terms.Lead.TotalSeconds);
        json.WriteBoolean("byHand", terms.ByHand);
        json.WriteString("phrase", terms.Rules.Phrase);
        json.WriteString("mention", terms.Rules.Mention);
        json.WriteString("hashtag", terms.Rules.Hashtag);
        json.WriteBoolean("follow", terms.Rules.Follow);
        json.WriteBoolean("repost", terms.Rules.Repost);
        json.WriteNumber("ageSeconds", (long)terms.Rules.Age.TotalSeconds);
        WriteList(json, "excluded", terms.Rules.Excluded);
        json.WriteStartArray("announcement");
        foreach (var variant in terms.Announcement)
        {
            json.WriteStartObject();
            json.WriteString("profile", variant.Profile);
            json.WriteString("language", variant.Language);
            WriteList(json, "text", [variant.Text, .. variant.More]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("notice");
        foreach (var (language, text) in terms.Notice.OrderBy(notice => notice.Key, StringComparer.Ordinal))
            json.WriteString(language, text);

        json.WriteEndObject();
    });

    public static GiveawayTerms Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var terms = json.RootElement;
        return new GiveawayTerms
        {
            Id = Text(terms, "id"),
            Title = Text(terms, "title"),
            Prizes = List(terms, "prizes"),
            ClosesAt = DateTimeOffset.ParseExact(Text(terms, "closes"), Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Claim = Time(terms, "claimSeconds"),
            Lead = Time(terms, "leadSeconds"),
            ByHand = terms.GetProperty("byHand").GetBoolean(),
            Rules = new EntryRules
            {
                Phrase = Text(terms, "phrase"),
                Mention = Text(terms, "mention"),
                Hashtag = Text(terms, "hashtag"),
                Follow = terms.GetProperty("follow").GetBoolean(),
                Repost = terms.GetProperty("repost").GetBoolean(),
                Age = Time(terms, "ageSeconds"),
                Excluded = List(terms, "excluded"),
            },
            Announcement = [.. terms.GetProperty("announcement").EnumerateArray().Select(ReadVariant)],
            Notice = terms.GetProperty("notice").EnumerateObject().ToDictionary(notice => notice.Name, notice => notice.Value.GetString()!),
        };
    }

    private static Variant ReadVariant(JsonElement variant)
    {
        var parts = List(variant, "text");
        return new Variant { Profile = Text(variant, "profile"), Language = Text(variant, "language"), Text = parts[0], More = [.. parts.Skip(1)] };
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);

        json.WriteEndArray();
    }

    private static string Text(JsonElement record, string name) => record.GetProperty(name).GetString()!;

    private static TimeSpan Time(JsonElement record, string name) => TimeSpan.FromSeconds(record.GetProperty(name).GetInt64());

    private static IReadOnlyList<string> List(JsonElement record, string name) => [.. record.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
