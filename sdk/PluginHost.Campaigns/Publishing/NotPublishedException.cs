using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>A plan was refused as a whole, with its problems: nothing was sent, on any profile.</summary>
public sealed class NotPublishedException : PluginHostException
{
    /// <summary>Makes one from the problems.</summary>
    /// <param name="problems">Why it was refused.</param>
    public NotPublishedException(IReadOnlyList<Problem> problems)
        : base("Nothing was published, on any profile:" + string.Concat(problems.Select(problem => $"\n  {problem}"))) =>
        Problems = problems;

    /// <summary>Why it was refused.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
