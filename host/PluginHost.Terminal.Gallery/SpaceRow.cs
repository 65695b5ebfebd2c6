namespace PluginHost.Terminal.Gallery;

/// <summary>An empty row.</summary>
internal sealed class SpaceRow : Widget
{
    protected override void Draw(Canvas canvas)
    {
    }
}
