namespace PluginHost.Rehearsal;

/// <summary>A part of the audience that behaves alike. The chances are those of one person for one post, from 0 to 1.</summary>
internal sealed record AudienceGroup
{
    public required string Name { get; init; }

    /// <summary>Its weight among the groups.</summary>
    public required double Share { get; init; }

    /// <summary>The languages that its people speak (BCP 47), each as likely as the other.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public double Reply { get; init; }

    public double Repost { get; init; }

    public double Like { get; init; }

    /// <summary>The chance that a person brings along somebody who follows.</summary>
    public double Follow { get; init; }

    /// <summary>The soonest that somebody reacts.</summary>
    public TimeSpan Soonest { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The latest that somebody reacts. Most react soon.</summary>
    public TimeSpan Latest { get; init; } = TimeSpan.FromHours(6);

    /// <summary>What they answer, by language. Who has nothing to say in a language says nothing.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Replies { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
