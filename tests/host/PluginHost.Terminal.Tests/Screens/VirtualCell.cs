namespace PluginHost.Terminal.Tests.Screens;

/// <summary>What a cell of a <see cref="VirtualTerminal"/> shows. The second half of a wide glyph is empty.</summary>
internal readonly record struct VirtualCell(string Glyph, int Width, Style Style, string Link)
{
    public static VirtualCell Blank { get; } = new(" ", 1, default, "");
}
