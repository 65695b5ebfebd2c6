namespace PluginHost.Terminal;

/// <summary>One cluster as it is drawn: how long it is in the text, how wide on screen, and which characters are sent.</summary>
internal struct Piece
{
    public int Index;
    public int Length;
    public int Column;
    public int DrawnAt;
    public byte DrawnLength;
    public byte Width;
    public byte Level;
    public DrawnFrom From;

    /// <summary>A tab is drawn as several pieces, a blank each, which all stand for it.</summary>
    public readonly bool IsTab => From == DrawnFrom.Signs && DrawnAt == Signs.Spaces;

    /// <summary>The first cell of a tab, which the others are like.</summary>
    public readonly Piece OneCell() => this with { Width = 1, DrawnLength = 1 };

    public static Piece OfText(int index, int length, int width) =>
        new() { Index = index, Length = length, Width = (byte)width, DrawnAt = index, DrawnLength = (byte)length };

    public static Piece OfSign(int index, int length, int width, int sign, int signs) =>
        new() { Index = index, Length = length, Width = (byte)width, DrawnAt = sign, DrawnLength = (byte)signs, From = DrawnFrom.Signs };
}
