namespace PluginHost.Terminal;

/// <summary>One thing that is open in C#.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Dollars">How many braces open a hole; 0 where a string has none.</param>
/// <param name="Quotes">How many quotes end a raw string.</param>
/// <param name="Depth">How many braces are open in a hole; 0 outside.</param>
internal readonly record struct CSharpLevel(CSharpOpen Kind, int Dollars, int Quotes, int Depth)
{
    private const int DollarsAt = 3;
    private const int QuotesAt = 6;
    private const int DepthAt = 10;
    private const int Three = 7;
    private const int Four = 15;
    private const int Six = 63;

    public uint Bits => (uint)((int)Kind | (Math.Min(Dollars, Three) << DollarsAt) | (Math.Min(Quotes, Four) << QuotesAt) | (Math.Min(Depth, Six) << DepthAt));

    public static CSharpLevel From(int bits) =>
        new((CSharpOpen)(bits & Three), (bits >> DollarsAt) & Three, (bits >> QuotesAt) & Four, (bits >> DepthAt) & Six);
}
