namespace PluginHost.Posting.Tests.Media;

/// <summary>Small pictures as files have them.</summary>
internal static class Pictures
{
    /// <summary>One pixel.</summary>
    public static byte[] Png => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>One pixel, and a second picture after it.</summary>
    public static byte[] MovingGif
    {
        get
        {
            var still = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
            var frame = still[19..^1];
            return [.. still[..^1], .. frame, 0x3B];
        }
    }

    /// <summary>A picture with more bytes behind it than a network may take.</summary>
    public static byte[] LargePng(int bytes) => [.. Png, .. new byte[bytes - Png.Length]];
}
