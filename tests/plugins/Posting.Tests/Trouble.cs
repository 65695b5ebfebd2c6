namespace PluginHost.Posting.Tests;

/// <summary>What goes wrong with a request.</summary>
public enum Trouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It never arrives, and nobody says so.</summary>
    LostBefore,

    /// <summary>It arrives, and the answer is lost.</summary>
    LostAfter,

    /// <summary>It is given up, and arrives later.</summary>
    Late,

    /// <summary>The network wants it later.</summary>
    PutOff,
}
