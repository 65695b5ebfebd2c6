using PluginHost.Sdk;

namespace PluginHost.Giveaways.Rules;

/// <summary>Somebody who has entered, and whether they take part.</summary>
internal sealed record Entrant
{
    /// <summary>Names the person for ever.</summary>
    public required string Id { get; init; }

    public required string Profile { get; init; }

    public required string Handle { get; init; }

    public string Name { get; init; } = "";

    public required DateTimeOffset EnteredAt { get; init; }

    /// <summary>How often they have answered.</summary>
    public required int Answers { get; init; }

    /// <summary>The answer that counts, as the network names it.</summary>
    public string? RemoteId { get; init; }

    public string Text { get; init; } = "";

    public required bool TakesPart { get; init; }

    /// <summary>Why not; empty where they do.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What was true, and when.</summary>
    public required string Evidence { get; init; }

    public static Entrant Read(IRow row) => new()
    {
        Id = row.Text("id"),
        Profile = row.Text("profile"),
        Handle = row.Text("handle"),
        Name = row.Text("name"),
        EnteredAt = row.Instant("entered_at"),
        Answers = (int)row.Integer("answers"),
        RemoteId = row.TextOrNull("remote_id"),
        Text = row.Text("text"),
        TakesPart = row.Integer("takes_part") == 1,
        Reason = row.Text("reason"),
        Evidence = row.Text("evidence"),
    };
}
