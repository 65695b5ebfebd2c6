using PluginHost.Benchmarks.Measuring;
using PluginHost.Benchmarks.Start;

namespace PluginHost.Benchmarks.Frame;

/// <summary>From spawn until the gallery's first frame is seen in a terminal, compiled ahead of time, in hello worlds in the same terminal.</summary>
internal static class FirstFrame
{
    private const double Target = 6;
    private const string Leave = "\u0011"; // Ctrl+Q

    private static readonly (int Width, int Height) Size = (160, 45);
    private static readonly Dictionary<string, string> Nothing = [];

    /// <returns>The figures; none where this machine has no terminal to measure in.</returns>
    public static IReadOnlyList<CaseFigures> Measure(int rounds)
    {
        if (!InTerminal.IsThere)
        {
            Console.Error.WriteLine("The first frame is not measured: there is no \"script\" here to run programs in a terminal.");
            return [];
        }

        using var temporary = new TemporaryFolder();
        var gallery = PublishedProgram.Publish("PluginHost.Terminal.Gallery", "PluginHost.Terminal.Gallery");
        var hello = HelloWorld.BuildForTerminal(temporary.Under("hello"), Size);
        return Interleaved.Measure(
            [
                new Case
                {
                    Name = "first frame of the gallery, 160x45",
                    Baseline = hello,
                    Target = Target,
                    Run = _ => InTerminal.Run(gallery, Size, "Ctrl+Q", Leave, temporary.Under("hello"), Nothing),
                },
            ],
            rounds);
    }
}
