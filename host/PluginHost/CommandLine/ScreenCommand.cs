using System.CommandLine;
using PluginHost.Engine;
using PluginHost.Engine.Plugins.Crashes;
using PluginHost.Engine.Trust;
using PluginHost.Screen;
using PluginHost.Sdk;
using PluginHost.Terminal;
using PluginHost.Workbench;
using PluginHost.Workbench.Asking;

namespace PluginHost.CommandLine;

/// <summary>Without a verb, in a terminal: the workbench, until the person leaves it.</summary>
internal static class ScreenCommand
{
    public static Task<int> RunAsync(ParseResult commandLine, CancellationToken cancel) =>
        RunAsync(FirstWorkspace.Demand(commandLine), GivenTrust.OfEnvironment(), cancel);

    /// <summary>Shows a workspace.</summary>
    /// <param name="file">Its <c>plugins.yaml</c>.</param>
    /// <param name="given">What is trusted beyond what the person has said.</param>
    /// <param name="cancel">Cancelled when the program is told to end.</param>
    public static async Task<int> RunAsync(string file, GivenTrust given, CancellationToken cancel)
    {
        var person = new ScreenPerson();
        var options = new EngineOptions
        {
            WorkspaceFile = file,
            Given = given,
            User = UserFolders.OfPerson(),
            Person = person,
            Program = ThisProgram.Command,
            Unloadable = true,
            BusyTimeout = BusyTimeout.OfEnvironment(),
            SetAside = SetAside.OfEnvironment(),
            Mark = StartTimes.Marking,
        };
        switch (Engine.Engine.Open(options))
        {
            case EngineOpened { Engine: var engine }:
                await using (engine)
                {
                    UnhandledExceptions.GoTo(engine);
                    return await ShowAsync(engine, person, cancel);
                }

            case EngineRefused { Problems: var problems }:
                throw new WrongUseException(string.Join('\n', problems));
            case var other:
                throw new InvalidOperationException($"The workspace was opened as {other}.");
        }
    }

    private static async Task<int> ShowAsync(Engine.Engine engine, ScreenPerson person, CancellationToken cancel)
    {
        using var session = OpenTerminal();
        using var lastWords = LastWords.KeepIn(engine.DataFolder);
        var capabilities = TerminalCapabilities.OfEnvironment();
        var screen = WorkbenchScreen.For(capabilities, IsAsciiOnly(Environment.GetEnvironmentVariable("TERM")), engine.Workspace.Zone);
        await using var workbench = new Workbench.Workbench(new WorkbenchOptions { Engine = engine, Person = person, Renderer = screen });
        screen.Show(workbench);
        using var frames = new Frames(session, screen);
        await frames.RunAsync(cancel);
        return ExitCode.Done;
    }

    // Their fonts have letters, and few signs beside.
    private static bool IsAsciiOnly(string? term) => term is "linux" or "vt100" or "vt220";

    private static TerminalSession OpenTerminal()
    {
        try
        {
            return TerminalSession.Open(new TerminalOptions());
        }
        catch (TerminalException none)
        {
            throw new WrongUseException(none.Message);
        }
    }
}
