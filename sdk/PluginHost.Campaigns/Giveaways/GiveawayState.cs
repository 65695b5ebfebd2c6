namespace PluginHost.Campaigns;

/// <summary>How far a giveaway is. New states are added at the end.</summary>
public enum GiveawayState
{
    /// <summary>Written down, and nothing was said.</summary>
    Planned,

    /// <summary>Its announcement is on its way.</summary>
    Announcing,

    /// <summary>People enter.</summary>
    Open,

    /// <summary>Who takes part is fixed.</summary>
    Frozen,

    /// <summary>The digest of the list and the round that will decide are being published.</summary>
    Committing,

    /// <summary>They are published, and the round has not come.</summary>
    Committed,

    /// <summary>The order is drawn; winners are told, and have time to answer.</summary>
    Drawn,

    /// <summary>Nothing more happens.</summary>
    Closed,
}
