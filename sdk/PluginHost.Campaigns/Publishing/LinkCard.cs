namespace PluginHost.Campaigns;

/// <summary>A link with what stands behind it, shown below a post. On a network that makes such cards by itself it is left out where the text has the link.</summary>
public sealed record LinkCard
{
    /// <summary>Where it leads: <c>https://…</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The page's title.</summary>
    public required string Title { get; init; }

    /// <summary>What the page says, in a sentence.</summary>
    /// <value>Empty: nothing.</value>
    public string Description { get; init; } = "";
}
