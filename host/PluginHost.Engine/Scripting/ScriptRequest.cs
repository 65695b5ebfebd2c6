namespace PluginHost.Engine.Scripting;

/// <summary>A script that somebody wants to run.</summary>
public sealed record ScriptRequest
{
    /// <summary>The script's full path.</summary>
    public required string Path { get; init; }

    /// <summary>What stood behind the script's name on the command line.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>The occurrence of a campaign that it is, which this process has taken.</summary>
    /// <value>Null: somebody runs the script by hand.</value>
    public OccurrenceName? Occurrence { get; init; }

    /// <summary>How many posts the run may publish, over all its interruptions; answers count.</summary>
    /// <value>Null: as many as it likes.</value>
    public int? Budget { get; init; }

    /// <summary>How long the script may take, waiting included, and compiling not. Then it is asked to stop.</summary>
    /// <value>Null: as long as it likes.</value>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The day of a rehearsal's plan that the run is held to, by <see cref="Rehearsing.PlanGuard.Id"/>: it is done once, unless the run begins anew.</summary>
    /// <value>Empty: there is no plan.</value>
    public string Plan { get; init; } = "";

    /// <summary>What becomes of an earlier run with the same arguments that was interrupted.</summary>
    public Resumption Resumption { get; init; }
}
