using System.CommandLine;
using PluginHost.Engine;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Workspaces;
using PluginHost.Printing;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>An open workspace for one verb: the engine, the person at the terminal, and how results are printed.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly JobLines _jobs;
    private readonly ProgressLine _line;
    private string _told = "";

    private Session(Engine.Engine engine, TerminalPerson person, ValuePrinter printer, ProgressLine line)
    {
        _line = line;
        Engine = engine;
        Person = person;
        Printer = printer;
        _jobs = new JobLines(engine.Jobs, line);
    }

    public Engine.Engine Engine { get; }

    public TerminalPerson Person { get; }

    public ValuePrinter Printer { get; }

    /// <summary>Opens the workspace that the command line means.</summary>
    /// <exception cref="WrongUseException">There is none, or it cannot be opened as it is written.</exception>
    public static Session Open(ParseResult commandLine) => Open(commandLine, plan: null);

    /// <summary>The same, held to a plan where there is one.</summary>
    public static Session Open(ParseResult commandLine, PlanGuard? plan) => Open(commandLine, unloadable: false, plan);

    /// <summary>The same for what runs long: plugins can be unloaded and loaded again.</summary>
    public static Session OpenUnloadable(ParseResult commandLine) => Open(commandLine, unloadable: true, plan: null);

    private static Session Open(ParseResult commandLine, bool unloadable, PlanGuard? plan)
    {
        var json = commandLine.GetValue(Common.Json);
        var line = new ProgressLine();
        var person = new TerminalPerson(line, json);
        var options = new EngineOptions
        {
            WorkspaceFile = WorkspaceFinder.Find(commandLine.GetValue(Common.Workspace)),
            User = UserFolders.OfPerson(),
            Person = person,
            Program = ThisProgram.Command,
            Unloadable = unloadable,
            Plan = plan,
            BusyTimeout = BusyTimeout.OfEnvironment(),
            SetAside = SetAside.OfEnvironment(),
            Mark = StartTimes.Marking,
        };
        switch (PluginHost.Engine.Engine.Open(options))
        {
            case EngineOpened { Engine: var engine }:
                StartTimes.Mark("engine");
                UnhandledExceptions.GoTo(engine);
                return new Session(engine, person, new ValuePrinter(json, Console.Out, line), line);
            case EngineRefused { Problems: var problems }:
                throw new WrongUseException(string.Join('\n', problems));
            case var other:
                throw new InvalidOperationException($"The workspace was opened as {other}.");
        }
    }

    /// <summary>Says which plugins are left out, and why: whoever runs something should not have to guess.</summary>
    public void WarnOfRefusedPlugins()
    {
        foreach (var end in Engine.UncleanEnds.Where(end => end.IsProven))
            Complaint.Warn(end.ToString());

        foreach (var plugin in Engine.Plugins.All.Where(plugin => plugin.Entry.On && !plugin.IsUsable && !Engine.UncleanEnds.Any(end => end.Plugin == plugin.Id)))
            Complaint.Warn($"{plugin.Id} is not used: {plugin.Refusal}");
    }

    /// <summary>Says something beside the results, on the error stream.</summary>
    public void Tell(string text) => _line.Aside(() => Console.Error.WriteLine(Visible.Lines(text)));

    /// <summary>Notes a message that tells of a fault, so that the fault is not told twice.</summary>
    public void HasTold(string message) => _told += message;

    public async ValueTask DisposeAsync()
    {
        _jobs.Dispose();
        await Engine.DisposeAsync();

        // Last, because plugins may fail in leaving: whatever came up beside the work, as on a thread or a timer.
        foreach (var fault in Engine.Faults.All)
            WarnOnce(fault.ToString());
    }

    private void WarnOnce(string fault)
    {
        if (_told.Contains(fault, StringComparison.Ordinal))
            return;

        HasTold(fault);
        Complaint.Warn(fault);
    }
}
