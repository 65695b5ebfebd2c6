namespace PluginHost.Terminal.Gallery;

/// <summary>Draws a page without a terminal.</summary>
internal static class GallerySnapshot
{
    // What happens by itself has begun by then.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    public static string Of(GalleryArguments arguments)
    {
        var gallery = new GalleryProgram(arguments);
        using var screen = new HeadlessScreen(arguments.Size.Width, arguments.Size.Height, gallery.Screen);
        screen.Advance(Later);
        return arguments.IsPicture ? screen.ToSvg() : screen.ToText();
    }
}
