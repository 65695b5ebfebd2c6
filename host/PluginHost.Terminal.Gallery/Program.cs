namespace PluginHost.Terminal.Gallery;

/// <summary>Reads the arguments, and shows the gallery, one page of it as text, or the questions of a calibration.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) => GalleryArguments.Read(arguments) switch
    {
        { Problem: { } problem } => Task.FromResult(Refuse(problem)),
        { Verb: GalleryVerb.Help } => Task.FromResult(Print(GalleryArguments.Usage)),
        { Verb: GalleryVerb.Snapshot } read => Task.FromResult(Print(GallerySnapshot.Of(read).TrimEnd('\n'))),
        { Verb: GalleryVerb.Calibrate } => OnTerminalAsync(new CalibrationProgram()),
        var read => OnTerminalAsync(new GalleryProgram(read)),
    };

    private static async Task<int> OnTerminalAsync(ITerminalProgram program)
    {
        try
        {
            using var session = TerminalSession.Open(new TerminalOptions { FramesPerSecond = 30, FollowMouse = true, FewestColumns = 40, FewestRows = 8 });
            using var frames = new Frames(session, program.Screen);
            await frames.RunAsync(CancellationToken.None);
            program.Tell(Console.Out);
            return 0;
        }
        catch (TerminalException missing)
        {
            return Refuse(missing.Message);
        }
    }

    private static int Print(string text)
    {
        Console.Out.WriteLine(text);
        return 0;
    }

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }
}
