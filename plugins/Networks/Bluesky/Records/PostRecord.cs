using System.Text.Json;

namespace PluginHost.Bluesky;

/// <summary>A post as it stands in its author's repository (app.bsky.feed.post).</summary>
internal sealed record PostRecord
{
    public required PostText Text { get; init; }

    /// <summary>Who is mentioned, by handle. Who is not in here stays text.</summary>
    public required IReadOnlyDictionary<string, string> People { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }

    public Answered? Answers { get; init; }

    /// <summary>Pictures, a card, what is quoted, as JSON.</summary>
    public byte[]? Embed { get; init; }

    public byte[] ToJson() => Json.Object(record =>
    {
        record.WriteString("$type", Collections.Post);
        record.WriteString("text", Text.Text);
        record.WriteString("createdAt", AtInstant.Write(At));
        if (LanguageTag.IsValid(Language))
        {
            record.WriteStartArray("langs");
            record.WriteStringValue(Language);
            record.WriteEndArray();
        }

        WriteFacets(record);
        if (Answers is { } answered)
        {
            record.WriteStartObject("reply");
            answered.Root.Write(record, "root");
            answered.Post.Write(record, "parent");
            record.WriteEndObject();
        }

        if (Embed is not null)
        {
            record.WritePropertyName("embed");
            record.WriteRawValue(Embed);
        }
    });

    private void WriteFacets(Utf8JsonWriter record)
    {
        var known = Text.Facets.Where(facet => facet.Kind != FacetKind.Mention || People.ContainsKey(facet.To)).ToList();
        if (known.Count == 0)
            return;

        record.WriteStartArray("facets");
        foreach (var facet in known)
        {
            record.WriteStartObject();
            record.WriteStartObject("index");
            record.WriteNumber("byteStart", Text.ByteAt(facet.Start));
            record.WriteNumber("byteEnd", Text.ByteAt(facet.End));
            record.WriteEndObject();
            record.WriteStartArray("features");
            WriteFeature(record, facet);
            record.WriteEndArray();
            record.WriteEndObject();
        }

        record.WriteEndArray();
    }

    private void WriteFeature(Utf8JsonWriter record, Facet facet)
    {
        var (type, name, to) = facet.Kind switch
        {
            FacetKind.Link => ("link", "uri", facet.To),
            FacetKind.Mention => ("mention", "did", People[facet.To]),
            _ => ("tag", "tag", facet.To),
        };
        record.WriteStartObject();
        record.WriteString("$type", $"app.bsky.richtext.facet#{type}");
        record.WriteString(name, to);
        record.WriteEndObject();
    }
}
