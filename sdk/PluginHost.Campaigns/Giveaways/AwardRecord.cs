using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Awards as a value, and back: what a journal keeps of a giveaway. States are numbers; new ones are added at their end.</summary>
internal static class AwardRecord
{
    public static Value Of(Giveaway giveaway) => new ListValue(giveaway.Awards.Select(award => Record.Of(
        ("number", award.Number),
        ("prize", award.Prize),
        ("id", award.Id),
        ("handle", award.Handle),
        ("profile", award.Profile),
        ("rank", award.Rank),
        ("state", (int)award.State),
        ("claimUntil", award.ClaimUntil),
        ("reason", award.Reason))));

    public static IReadOnlyList<Award> Read(Value value) =>
    [
        .. value.Items.Select(award => new Award
        {
            Number = (int)award["number"].Number,
            Prize = award["prize"].ToString(),
            Id = award["id"].ToString(),
            Handle = award["handle"].ToString(),
            Profile = award["profile"].ToString(),
            Rank = (int)award["rank"].Number,
            State = (AwardState)(int)award["state"].Number,
            ClaimUntil = award["claimUntil"] is InstantValue until ? until.Instant : null,
            Reason = award["reason"].ToString(),
        }),
    ];
}
