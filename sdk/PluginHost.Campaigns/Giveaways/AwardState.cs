namespace PluginHost.Campaigns;

/// <summary>What became of a prize that somebody has won. New states are added at the end.</summary>
public enum AwardState
{
    /// <summary>The winner is to answer.</summary>
    Offered,

    /// <summary>The winner has answered.</summary>
    Claimed,

    /// <summary>It went to the next in the order of the draw.</summary>
    PassedOn,
}
