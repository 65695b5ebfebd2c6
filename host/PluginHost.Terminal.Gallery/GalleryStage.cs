namespace PluginHost.Terminal.Gallery;

/// <summary>What a page may use of the gallery around it.</summary>
internal sealed record GalleryStage(WidgetScreen Screen, Toasts Toasts)
{
    /// <summary>Tells what the person has just done.</summary>
    public void Say(string what) => Toasts.Show(new Toast(Severity.Information, what));
}
