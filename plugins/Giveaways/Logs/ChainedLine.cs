using System.Globalization;
using System.Text.Json;

namespace PluginHost.Giveaways.Logs;

/// <summary>A line of the log, as it is read back.</summary>
internal sealed record ChainedLine
{
    public required long Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Step { get; init; }

    public required string Previous { get; init; }

    /// <summary>All of its fields.</summary>
    public required JsonElement Fields { get; init; }

    /// <summary>Null where it is no line of a log.</summary>
    public static ChainedLine? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var fields = json.RootElement.Clone();
            return new ChainedLine
            {
                Number = fields.GetProperty("n").GetInt64(),
                At = DateTimeOffset.ParseExact(fields.GetProperty("at").GetString()!, ChainLog.Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                Step = fields.GetProperty("step").GetString()!,
                Previous = fields.GetProperty("previous").GetString()!,
                Fields = fields,
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentNullException)
        {
            return null;
        }
    }

    /// <summary>A field of text; empty where there is none.</summary>
    public string Text(string name) => Fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>A field with a whole number; -1 where there is none.</summary>
    public long Number64(string name) => Fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : -1;

    /// <summary>A field with an instant; null where there is none.</summary>
    public DateTimeOffset? Instant(string name) =>
        DateTimeOffset.TryParseExact(Text(name), ChainLog.Instant, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
