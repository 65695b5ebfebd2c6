using System.Buffers;
using System.Text;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Posting.Extras;

/// <summary>What goes with a post besides, as the store keeps it. What says nothing is left out, so that the same extras are the same text.</summary>
internal static class ExtrasText
{
    /// <summary>The text; empty where nothing goes with it.</summary>
    public static string Of(PostExtras extras)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            if (extras.Warning.Length > 0)
                json.WriteString("warning", extras.Warning);

            if (extras.Visibility != PostVisibility.Public)
                json.WriteNumber("visibility", (int)extras.Visibility);

            if (extras.Quotes is { } quotes)
                json.WriteString("quotes", quotes);

            if (extras.Unread.Length > 0)
                json.WriteString("unread", extras.Unread);

            if (extras.Poll is { } poll)
                Write(json, poll);

            if (extras.Card is { } card)
                Write(json, card);

            json.WriteEndObject();
        }

        return bytes.WrittenCount > 2 ? Encoding.UTF8.GetString(bytes.WrittenSpan) : "";
    }

    public static PostExtras Read(string text)
    {
        if (text.Length == 0)
            return PostExtras.None;

        using var document = JsonDocument.Parse(text);
        var extras = document.RootElement;
        return new PostExtras
        {
            Warning = TextOf(extras, "warning") ?? "",
            Visibility = extras.TryGetProperty("visibility", out var visibility) ? (PostVisibility)visibility.GetInt32() : PostVisibility.Public,
            Quotes = TextOf(extras, "quotes"),
            Unread = TextOf(extras, "unread") ?? "",
            Poll = extras.TryGetProperty("poll", out var poll) ? ReadPoll(poll) : null,
            Card = extras.TryGetProperty("card", out var card) ? ReadCard(card) : null,
        };
    }

    private static void Write(Utf8JsonWriter json, Poll poll)
    {
        json.WriteStartObject("poll");
        json.WriteStartArray("options");
        foreach (var option in poll.Options)
            json.WriteStringValue(option);

        json.WriteEndArray();
        json.WriteNumber("seconds", (long)poll.Lasts.TotalSeconds);
        if (poll.IsMultiple)
            json.WriteBoolean("multiple", true);

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LinkCard card)
    {
        json.WriteStartObject("card");
        json.WriteString("address", card.Address);
        json.WriteString("title", card.Title);
        json.WriteString("description", card.Description);
        json.WriteEndObject();
    }

    private static Poll ReadPoll(JsonElement poll) => new()
    {
        Options = [.. poll.GetProperty("options").EnumerateArray().Select(option => option.GetString()!)],
        Lasts = TimeSpan.FromSeconds(poll.GetProperty("seconds").GetInt64()),
        IsMultiple = poll.TryGetProperty("multiple", out var multiple) && multiple.GetBoolean(),
    };

    private static LinkCard ReadCard(JsonElement card) => new()
    {
        Address = card.GetProperty("address").GetString()!,
        Title = card.GetProperty("title").GetString()!,
        Description = TextOf(card, "description") ?? "",
    };

    private static string? TextOf(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;
}
