using PluginHost.Campaigns;

namespace PluginHost.Giveaways;

/// <summary>What comes next, as a person reads it: what happens by itself, or which command is waited for.</summary>
internal static class NextStep
{
    public static string Of(StoredGiveaway giveaway, IReadOnlyList<StoredAward> awards, DateTimeOffset now)
    {
        var byHand = giveaway.Terms.ByHand;
        return giveaway.State switch
        {
            GiveawayState.Planned when giveaway.ClosesAt <= now => "its end has passed: change \"closes:\" in its file, then giveaways.plan writes it down anew",
            GiveawayState.Planned => "giveaways.announce begins it",
            GiveawayState.Announcing => "it is being announced",
            GiveawayState.Open when byHand && giveaway.ClosesAt <= now => "giveaways.freeze fixes who takes part",
            GiveawayState.Open => byHand ? "people answer; giveaways.freeze after the end" : "people answer; after the end it is fixed who takes part",
            GiveawayState.Frozen => byHand ? "giveaways.commit names the round" : "a round is named",
            GiveawayState.Committing => "list, rules and round are being published",
            GiveawayState.Committed => byHand ? "giveaways.draw after the round" : "the round comes, and draws",
            GiveawayState.Drawn when awards.Any(award => award is { State: AwardState.Offered, ToldAt: null }) => byHand ? "giveaways.notify tells the winners" : "the winners are told",
            GiveawayState.Drawn when awards.Any(award => award.State == AwardState.Offered) => byHand ? "winners answer; giveaways.pass-on after their time" : "winners answer",
            GiveawayState.Drawn => "giveaways.close ends it",
            _ when giveaway.Signature.Length == 0 => "nothing: it ended before anything was drawn, so there is nothing to prove",
            _ => "giveaways.prove writes the proof",
        };
    }
}
