using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Giveaways;

/// <summary>A turn of a prize as the tables have it.</summary>
internal sealed record StoredAward
{
    /// <summary>Which prize, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How often it was given, with this time.</summary>
    public required int Turn { get; init; }

    /// <summary>The winner's id.</summary>
    public required string Entrant { get; init; }

    /// <summary>The winner's place in the order of the draw, from 1.</summary>
    public required int Place { get; init; }

    public required AwardState State { get; init; }

    /// <summary>Until when they may answer; null: what they are told is not written yet.</summary>
    public required DateTimeOffset? ClaimUntil { get; init; }

    /// <summary>When they were told; null: it is not known to be out.</summary>
    public required DateTimeOffset? ToldAt { get; init; }

    public required string Reason { get; init; }

    /// <summary>How the step is named that tells them.</summary>
    public string Step => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"tell:{Number}:{Turn}");

    public static StoredAward Read(IRow row) => new()
    {
        Number = (int)row.Integer("number"),
        Turn = (int)row.Integer("turn"),
        Entrant = row.Text("entrant"),
        Place = (int)row.Integer("place"),
        State = States.ReadAward(row.Text("state")),
        ClaimUntil = row.InstantOrNull("claim_until"),
        ToldAt = row.InstantOrNull("told_at"),
        Reason = row.Text("reason"),
    };
}
