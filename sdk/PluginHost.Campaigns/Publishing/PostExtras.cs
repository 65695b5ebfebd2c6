namespace PluginHost.Campaigns;

/// <summary>What goes with a post besides its words and pictures. A network says in its rules what it takes (<see cref="ExtraRules"/>); what it does not take is a problem before anything is planned.</summary>
public sealed record PostExtras
{
    /// <summary>None.</summary>
    public static PostExtras None { get; } = new();

    /// <summary>What is shown in the place of the post until a reader opens it. It holds for all parts of a thread.</summary>
    /// <value>Empty: the post is shown at once.</value>
    public string Warning { get; init; } = "";

    /// <summary>Who sees it. It holds for all parts of a thread.</summary>
    /// <value><see cref="PostVisibility.Public"/>.</value>
    public PostVisibility Visibility { get; init; }

    /// <summary>A question with answers to choose from. It goes with the first part of a thread.</summary>
    /// <value><see langword="null"/>: none.</value>
    public Poll? Poll { get; init; }

    /// <summary>The post that is quoted, as the network names it. It goes with the first part of a thread.</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? Quotes { get; init; }

    /// <summary>A link with what stands behind it. It goes with the first part of a thread.</summary>
    /// <value><see langword="null"/>: none.</value>
    public LinkCard? Card { get; init; }

    /// <summary>A line that was to add to these and could not be read, as <c>!for folowers</c>. A post with one is not planned: it would be another post than was meant.</summary>
    /// <value>Empty: there is none.</value>
    public string Unread { get; init; } = "";
}
