namespace PluginHost.PressRoom.Site;

/// <summary>A picture in a text.</summary>
internal sealed record ShownPicture
{
    /// <summary>Where it lies, as the text says.</summary>
    public required string Address { get; init; }

    /// <summary>Whether it has a description for those who do not see it.</summary>
    public required bool IsDescribed { get; init; }

    /// <summary>The line of the text, from 1.</summary>
    public required int Line { get; init; }
}
