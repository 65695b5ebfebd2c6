using System.Text.Json.Nodes;

namespace PluginHost.Bluesky.Tests;

/// <summary>A record as the pretended server keeps it.</summary>
internal sealed record PretendRecord
{
    public required string Did { get; init; }

    public required string Collection { get; init; }

    public required string Name { get; init; }

    public required JsonObject Value { get; init; }

    public required string Cid { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it counts as written: when its author says, but not later than it was seen, as an AppView has it.</summary>
    public DateTimeOffset CountsFrom => AtInstant.Read(Value["createdAt"]?.GetValue<string>()) is { } created && created < At ? created : At;

    public string Uri => $"at://{Did}/{Collection}/{Name}";

    public string Text => Value["text"]?.GetValue<string>() ?? "";

    public string? Parent => Value["reply"]?["parent"]?["uri"]?.GetValue<string>();

    public string? Subject => Value["subject"] is JsonObject subject ? subject["uri"]?.GetValue<string>() : Value["subject"]?.GetValue<string>();
}
