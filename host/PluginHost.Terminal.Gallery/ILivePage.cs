namespace PluginHost.Terminal.Gallery;

/// <summary>A page on which something happens by itself, while it is shown and no longer.</summary>
internal interface ILivePage : IGalleryPage
{
    /// <summary>It is shown now.</summary>
    void Begin();

    /// <summary>It is shown no longer.</summary>
    void End();
}
