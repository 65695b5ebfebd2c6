namespace PluginHost.Workbench.Rendering;

/// <summary>A colour of 24 bits.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>A colour as it is written on the web: <c>0x1E2430</c>.</summary>
    /// <param name="value">Red, green and blue, a byte each.</param>
    public static Colour Of(int value) => new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
}
