using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>What the host gives every script, whichever plugins run.</summary>
internal sealed record ScriptTools
{
    public required TimeProvider Clock { get; init; }

    /// <summary>The workspace's time zone.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The workspace's folder: campaigns are named by their place in it.</summary>
    public required string Root { get; init; }

    /// <summary>Opens where journals are kept. Called by the first run that has something to keep or to look up.</summary>
    public required Func<IJournalStore> Journal { get; init; }

    /// <summary>Runs the commands of plugins.</summary>
    public required IScriptCommands Commands { get; init; }

    /// <summary>Where a run's seed comes from.</summary>
    public required IRandom Random { get; init; }

    /// <summary>Reads a CSV text; the second argument is the file's name for messages.</summary>
    public required Func<string, string, IReadOnlyList<Record>> ParseCsv { get; init; }

    /// <summary>Reads a YAML text; the second argument is the file's name for messages.</summary>
    public required Func<string, string, Value> ParseYaml { get; init; }

    /// <summary>Why scripts of the workspace may not run now; null where they may. What a person enters into a REPL is no script of the workspace.</summary>
    public Func<string?> WhyNot { get; init; } = static () => null;

    /// <summary>The plan of a rehearsal that runs are held to; null: there is none.</summary>
    public PlanGuard? Plan { get; init; }

    /// <summary>The rehearsal that the script runs in; null: it is real.</summary>
    public Rehearsal? Rehearsal { get; init; }
}
