using System.CommandLine;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>A run by a plan: what the plan says of it, and what there is to say of it at the end.</summary>
internal sealed class PlannedRunning
{
    private PlannedRunning(string script, IReadOnlyList<string> args, PlanGuard guard) => (Script, Args, Guard) = (script, args, guard);

    /// <summary>The script's full path.</summary>
    public string Script { get; }

    public IReadOnlyList<string> Args { get; }

    public PlanGuard Guard { get; }

    /// <exception cref="WrongUseException">It is no plan, it is out of date, or another script was named.</exception>
    public static PlannedRunning Read(string file, ParseResult commandLine, string? script)
    {
        var plan = PlanFile.Read(file);
        var workspace = WorkspaceFile.Read(WorkspaceFinder.Find(commandLine.GetValue(Common.Workspace))) switch
        {
            WorkspaceRead read => read.Configuration,
            WorkspaceRefused refused => throw new WrongUseException(string.Join('\n', refused.Problems)),
            var other => throw new InvalidOperationException($"A workspace was read as {other}."),
        };
        var planned = Path.GetFullPath(plan.Script, workspace.Root);
        if (script is not null && Path.GetFullPath(script) != planned)
            throw new WrongUseException($"The plan {file} is of {plan.Script}, not of {script}. Leave the script out, or name that one.");

        return new PlannedRunning(planned, plan.Args, PlanGuard.For(plan, workspace, TimeProvider.System.GetUtcNow()));
    }

    /// <summary>Says what differed from the plan, and what was used of its bounds.</summary>
    public void Tell(Session session)
    {
        foreach (var used in Guard.Used)
            session.Tell(used);

        var differences = Guard.Differences;
        session.Tell(differences.Count == 0 ? "All went as planned." : string.Join('\n', differences));
    }
}
