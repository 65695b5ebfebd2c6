namespace PluginHost.Engine.Campaigns.Occurrences;

/// <summary>Why a person's wish is refused.</summary>
public enum TurnRefusal
{
    /// <summary>Another of the campaign is going, and it does not run beside another.</summary>
    Going,

    /// <summary>Nothing waits for a person, and nothing was interrupted.</summary>
    NothingWaits,

    /// <summary>Several wait: one has to be named.</summary>
    SeveralWait,

    /// <summary>There is none of that name.</summary>
    Unknown,

    /// <summary>It has not begun: it comes when its turn comes.</summary>
    NotBegun,

    /// <summary>It is over.</summary>
    Over,
}
