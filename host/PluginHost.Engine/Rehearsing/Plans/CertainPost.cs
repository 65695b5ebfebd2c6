using PluginHost.Campaigns;

namespace PluginHost.Engine.Rehearsing;

/// <summary>A post that is the same whatever people do.</summary>
public sealed record CertainPost
{
    /// <summary>Which step of the script it is.</summary>
    public required string Step { get; init; }

    /// <summary>When it is planned for; null: it goes out at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What each profile says, a thread with all its parts.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>What is written of a variant.</summary>
    internal static string TextOf(Variant variant) => string.Join("\n+ ", [variant.Text, .. variant.More]);
}
