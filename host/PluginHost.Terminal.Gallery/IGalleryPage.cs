namespace PluginHost.Terminal.Gallery;

/// <summary>A page of the gallery: one widget, or a few that belong together, with enough in them to play.</summary>
internal interface IGalleryPage
{
    /// <summary>How the command line calls it.</summary>
    string Id { get; }

    /// <summary>How the menu calls it.</summary>
    string Title { get; }

    /// <summary>What can be pressed on it.</summary>
    IReadOnlyList<KeyHint> Hints { get; }

    /// <summary>Makes what it shows. Called when it is shown for the first time.</summary>
    /// <param name="stage">What it may use of the gallery.</param>
    Widget Create(GalleryStage stage);
}
