namespace PluginHost.RehearsalServer;

/// <summary>What the network makes of a request: publish it, know it again, or refuse it.</summary>
internal abstract record Verdict
{
    public sealed record Publish : Verdict;

    /// <summary>It is published now.</summary>
    public sealed record Done(StoredPost Post) : Verdict;

    /// <summary>It is a repeat of a post that is there.</summary>
    public sealed record Known(StoredPost Post) : Verdict;

    /// <summary>It is refused, and the answer says so.</summary>
    /// <param name="ForGood">Whether the same request can never succeed.</param>
    public sealed record Refuse(Reply Reply, string Reason, bool ForGood) : Verdict;

    /// <summary>It is refused because of a post that is there, and the answer does not say which.</summary>
    public sealed record Muddle(Reply Reply, string Reason, string Answer) : Verdict;
}
