using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Asks for a release to come out.</summary>
public sealed record ReleaseOrder
{
    /// <summary>Its name: that of its files without language and ending. <c>five-languages</c> is <c>five-languages.en.md</c> and its like.</summary>
    public required string Name { get; init; }

    /// <summary>When it comes out, in place of what its files say.</summary>
    /// <value><see langword="null"/>: at the embargo that they name; at once where they name none.</value>
    public DueTime? At { get; init; }

    /// <summary>Who asked: a script's name, a command's id.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Which side effect of which campaign it is: the posts that announce it belong to that.</summary>
    /// <value><see langword="null"/>: a person asked.</value>
    public EffectKey? Effect { get; init; }
}
