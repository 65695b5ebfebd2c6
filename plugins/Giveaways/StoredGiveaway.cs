using PluginHost.Campaigns;
using PluginHost.Giveaways.Draws;
using PluginHost.Giveaways.Rules;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

/// <summary>A giveaway as the tables have it.</summary>
internal sealed record StoredGiveaway
{
    public required string Id { get; init; }

    public required GiveawayState State { get; init; }

    /// <summary>The terms in one line, whose digest is published.</summary>
    public required string TermsLine { get; init; }

    /// <summary>Which side effect of which campaign it is; null where a person began it.</summary>
    public required EffectKey? Effect { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>How far the networks were asked for answers; null: not yet.</summary>
    public required DateTimeOffset? LookedAt { get; init; }

    public required int Entries { get; init; }

    public required int Entrants { get; init; }

    public required string ListDigest { get; init; }

    /// <summary>How many rounds were named so far.</summary>
    public required int Naming { get; init; }

    /// <summary>The round that decides; 0: none is named.</summary>
    public required long Round { get; init; }

    public required string Signature { get; init; }

    public required string Beacon { get; init; }

    public required string Problem { get; init; }

    public required long LogCount { get; init; }

    public required string LogHead { get; init; }

    public GiveawayTerms Terms => field ??= TermsText.Read(TermsLine);

    public string TermsDigest => Hex.DigestOf(TermsLine);

    public static StoredGiveaway Read(IRow row) => new()
    {
        Id = row.Text("id"),
        State = States.Read(row.Text("state")),
        TermsLine = row.Text("terms"),
        Effect = row.TextOrNull("campaign") is { } campaign
            ? new EffectKey { Campaign = campaign, Occurrence = row.Text("occurrence"), Step = row.Text("step") }
            : null,
        CreatedAt = row.Instant("created_at"),
        ClosesAt = row.Instant("closes_at"),
        LookedAt = row.InstantOrNull("looked_at"),
        Entries = (int)row.Integer("entries"),
        Entrants = (int)row.Integer("entrants"),
        ListDigest = row.Text("list_digest"),
        Naming = (int)row.Integer("naming"),
        Round = row.Integer("round"),
        Signature = row.Text("signature"),
        Beacon = row.Text("beacon"),
        Problem = row.Text("problem"),
        LogCount = row.Integer("log_count"),
        LogHead = row.Text("log_head"),
    };
}
