using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>What is shown below a post: pictures, a film or a card (its media), and what it quotes.</summary>
internal static class Embed
{
    /// <summary>Both where there are both; null where there is neither.</summary>
    public static byte[]? Of(byte[]? media, RecordRef? quoted) => (media, quoted) switch
    {
        (null, null) => null,
        ({ } alone, null) => alone,
        (null, { } alone) => Json.Object(embed =>
        {
            embed.WriteString("$type", "app.bsky.embed.record");
            alone.Write(embed, "record");
        }),
        ({ } shown, { } record) => Json.Object(embed =>
        {
            embed.WriteString("$type", "app.bsky.embed.recordWithMedia");
            embed.WriteStartObject("record");
            record.Write(embed, "record");
            embed.WriteEndObject();
            embed.WritePropertyName("media");
            embed.WriteRawValue(shown);
        }),
    };

    /// <summary>Pictures, or one film.</summary>
    /// <param name="media">What is shown, in its order.</param>
    /// <param name="blobs">What the server has called each.</param>
    public static byte[] OfMedia(IReadOnlyList<OutgoingMedium> media, IReadOnlyList<JsonElement> blobs) => IsFilm(media[0])
        ? Json.Object(embed =>
        {
            embed.WriteString("$type", "app.bsky.embed.video");
            Write(embed, "video", blobs[0]);
            WriteWords(embed, media[0], isAltRequired: false);
        })
        : Json.Object(embed =>
        {
            embed.WriteString("$type", "app.bsky.embed.images");
            embed.WriteStartArray("images");
            foreach (var (medium, blob) in media.Zip(blobs))
            {
                embed.WriteStartObject();
                Write(embed, "image", blob);
                WriteWords(embed, medium, isAltRequired: true);
                embed.WriteEndObject();
            }

            embed.WriteEndArray();
        });

    public static byte[] OfCard(LinkCard card) => Json.Object(embed =>
    {
        embed.WriteString("$type", "app.bsky.embed.external");
        embed.WriteStartObject("external");
        embed.WriteString("uri", card.Address);
        embed.WriteString("title", card.Title);
        embed.WriteString("description", card.Description);
        embed.WriteEndObject();
    });

    private static bool IsFilm(OutgoingMedium medium) => medium.ContentType.StartsWith("video/", StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter to, string name, JsonElement blob)
    {
        to.WritePropertyName(name);
        blob.WriteTo(to);
    }

    private static void WriteWords(Utf8JsonWriter to, OutgoingMedium medium, bool isAltRequired)
    {
        if (isAltRequired || medium.Alt.Length > 0)
            to.WriteString("alt", medium.Alt);

        if (medium is not { Width: > 0 and { } width, Height: > 0 and { } height })
            return;

        to.WriteStartObject("aspectRatio");
        to.WriteNumber("width", width);
        to.WriteNumber("height", height);
        to.WriteEndObject();
    }
}
