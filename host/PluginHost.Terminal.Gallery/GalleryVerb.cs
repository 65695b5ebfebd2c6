namespace PluginHost.Terminal.Gallery;

/// <summary>What the program is to do.</summary>
internal enum GalleryVerb
{
    Show,
    Snapshot,
    Calibrate,
    Help,
}
