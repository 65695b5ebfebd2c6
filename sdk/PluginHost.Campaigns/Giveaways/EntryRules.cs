namespace PluginHost.Campaigns;

/// <summary>
/// Who takes part in a giveaway: who answers its announcement in time and does all that is asked here. A person takes part once, however often they answer.
/// What is said is looked at as it was said; following, passing on and the age of an account as they are when the entries are frozen.
/// </summary>
public sealed record EntryRules
{
    /// <summary>Words that the answer must hold, whatever its capitals.</summary>
    /// <value>Empty: any answer will do.</value>
    public string Phrase { get; init; } = "";

    /// <summary>The handle that it must mention, with or without its at sign. X asks for one in giveaways.</summary>
    /// <value>Empty: none.</value>
    public string Mention { get; init; } = "";

    /// <summary>The hashtag that it must have, with or without its sign.</summary>
    /// <value>Empty: none.</value>
    public string Hashtag { get; init; } = "";

    /// <summary>Whether they must follow the profile.</summary>
    /// <value><see langword="false"/>.</value>
    public bool Follow { get; init; }

    /// <summary>Whether they must have passed the announcement on.</summary>
    /// <value><see langword="false"/>.</value>
    public bool Repost { get; init; }

    /// <summary>How old their account must be at least.</summary>
    /// <value><see cref="TimeSpan.Zero"/>: any age.</value>
    public TimeSpan Age { get; init; }

    /// <summary>Handles that do not take part: colleagues, those who won last time.</summary>
    /// <value>Empty: nobody. The workspace's own profiles never do.</value>
    public IReadOnlyList<string> Excluded { get; init => field = [.. value]; } = [];
}
