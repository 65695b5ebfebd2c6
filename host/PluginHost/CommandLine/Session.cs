using System.CommandLine;
using PluginHost.Printing;
using PluginHost.Engine;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>An open workspace for one verb: the engine, the person at the terminal, and how results are printed.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly JobLines _jobs;

    private Session(Engine.Engine engine, TerminalPerson person, ValuePrinter printer)
    {
        Engine = engine;
        Person = person;
        Printer = printer;
        _jobs = new JobLines(engine.Jobs, person);
    }

    public Engine.Engine Engine { get; }

    public TerminalPerson Person { get; }

    public ValuePrinter Printer { get; }

    /// <summary>Opens the workspace that the command line means.</summary>
    /// <exception cref="WrongUseException">There is none, or it cannot be opened as it is written.</exception>
    public static Session Open(ParseResult commandLine)
    {
        var person = new TerminalPerson();
        var options = new EngineOptions
        {
            WorkspaceFile = FindWorkspace(commandLine.GetValue(Common.Workspace)),
            User = UserFolders.OfPerson(),
            Person = person,
            Mark = StartTimes.Marking,
        };
        switch (PluginHost.Engine.Engine.Open(options))
        {
            case EngineOpened { Engine: var engine }:
                StartTimes.Mark("engine");
                UnhandledExceptions.GoTo(engine);
                return new Session(engine, person, new ValuePrinter(commandLine.GetValue(Common.Json)));
            case EngineRefused { Problems: var problems }:
                throw new WrongUseException(string.Join('\n', problems));
            case var other:
                throw new InvalidOperationException($"The workspace was opened as {other}.");
        }
    }

    /// <summary>Says which plugins are left out, and why: whoever runs something should not have to guess.</summary>
    public void WarnOfRefusedPlugins()
    {
        foreach (var plugin in Engine.Plugins.All.Where(plugin => plugin.Entry.On && !plugin.IsUsable))
            Complaint.Warn($"{plugin.Id} is not used: {plugin.Refusal}");
    }

    /// <summary>Says which faults came up beside the work, such as on a thread of a plugin.</summary>
    public void WarnOfFaults(string? told)
    {
        foreach (var fault in Engine.Faults.All.Select(fault => fault.ToString()).Where(fault => told?.Contains(fault, StringComparison.Ordinal) != true))
            Complaint.Warn(fault);
    }

    public async ValueTask DisposeAsync()
    {
        _jobs.Dispose();
        await Engine.DisposeAsync();
    }

    private static string FindWorkspace(string? folder)
    {
        var start = Path.GetFullPath(folder ?? ".");
        return (folder is null ? WorkspaceFile.Find(start) : null) ?? Path.Combine(start, WorkspaceFile.FileName);
    }
}
