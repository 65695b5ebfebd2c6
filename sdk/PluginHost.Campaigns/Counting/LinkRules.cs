namespace PluginHost.Campaigns;

/// <summary>How a network counts links.</summary>
public sealed record LinkRules
{
    /// <summary>What it takes for a link.</summary>
    /// <value><see cref="LinkForms.None"/>.</value>
    public LinkForms Forms { get; init; }

    /// <summary>What every link counts, however long it is.</summary>
    /// <value><see langword="null"/>: what its text counts.</value>
    public int? Cost { get; init; }

    /// <summary>
    /// How many characters after the host are shown of a link, followed by "…" where there are more; the scheme is left out. What is shown is what counts, and
    /// where it leads is told beside the text (<see cref="NetworkRules.Show"/>).
    /// </summary>
    /// <value><see langword="null"/>: a link is shown as it is written.</value>
    public int? ShownAfterHost { get; init; }
}
