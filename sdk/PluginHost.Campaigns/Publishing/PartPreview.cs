namespace PluginHost.Campaigns;

/// <summary>One post of a variant as it would leave.</summary>
public sealed record PartPreview
{
    /// <summary>The text as the network would be given it.</summary>
    public required string Text { get; init; }

    /// <summary>The text as its readers would see it: with links shortened where the network shows them so.</summary>
    public required string Shown { get; init; }

    /// <summary>How long it is by the network's rules.</summary>
    /// <value><see langword="null"/>: the network could not be asked for its rules.</value>
    public TextCount? Count { get; init; }

    /// <summary>Pictures and films, in the order in which they would be shown.</summary>
    /// <value>Empty: none.</value>
    public IReadOnlyList<MediumPreview> Media { get; init => field = [.. value]; } = [];
}
