using PluginHost.Campaigns;

namespace PluginHost.Giveaways.Rules;

/// <summary>What a network has said about those who entered by a profile, at one time.</summary>
internal sealed record Circumstances
{
    public required DateTimeOffset At { get; init; }

    public required Profile Profile { get; init; }

    /// <summary>Who people are, by handle.</summary>
    public required IReadOnlyDictionary<string, Person> People { get; init; }

    /// <summary>Who follows; null where nobody asked.</summary>
    public IReadOnlySet<string>? Followers { get; init; }

    /// <summary>Who has passed the announcement on; null where nobody asked.</summary>
    public IReadOnlySet<string>? Reposters { get; init; }
}
