namespace PluginHost.Posting;

/// <summary>How soon a person wants to see a target: the order of the outbox on screen.</summary>
internal enum Urgency
{
    /// <summary>It waits for somebody's word.</summary>
    Person,

    /// <summary>It goes out by itself.</summary>
    UnderWay,

    /// <summary>It is written down.</summary>
    Draft,

    /// <summary>It has ended.</summary>
    Done,
}
