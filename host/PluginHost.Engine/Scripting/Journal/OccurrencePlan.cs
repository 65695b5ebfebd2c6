namespace PluginHost.Engine.Scripting;

/// <summary>What a run is a run of. Another run of the same campaign with the same arguments can resume it.</summary>
internal sealed record OccurrencePlan
{
    public required string Campaign { get; init; }

    public required IReadOnlyList<string> Args { get; init; }

    /// <summary>The texts that the script consists of, told apart: see <see cref="ProgramText"/>.</summary>
    public required string Program { get; init; }

    /// <summary>The day of a rehearsal's plan that it is held to; empty where there is none.</summary>
    public string Rehearsed { get; init; } = "";
}
