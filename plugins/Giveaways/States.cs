using PluginHost.Campaigns;

namespace PluginHost.Giveaways;

/// <summary>States as the tables and the log write them.</summary>
internal static class States
{
    public static string Text(GiveawayState state) => state switch
    {
        GiveawayState.Planned => "planned",
        GiveawayState.Announcing => "announcing",
        GiveawayState.Open => "open",
        GiveawayState.Frozen => "frozen",
        GiveawayState.Committing => "committing",
        GiveawayState.Committed => "committed",
        GiveawayState.Drawn => "drawn",
        GiveawayState.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No giveaway is in this state."),
    };

    public static GiveawayState Read(string text)
    {
        foreach (var state in Enum.GetValues<GiveawayState>())
        {
            if (Text(state) == text)
                return state;
        }

        throw new ArgumentOutOfRangeException(nameof(text), text, "No giveaway is in this state.");
    }

    public static string Text(AwardState state) => state switch
    {
        AwardState.Offered => "offered",
        AwardState.Claimed => "claimed",
        AwardState.PassedOn => "passed-on",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No prize is in this state."),
    };

    public static AwardState ReadAward(string text) => text switch
    {
        "offered" => AwardState.Offered,
        "claimed" => AwardState.Claimed,
        "passed-on" => AwardState.PassedOn,
        _ => throw new ArgumentOutOfRangeException(nameof(text), text, "No prize is in this state."),
    };
}
