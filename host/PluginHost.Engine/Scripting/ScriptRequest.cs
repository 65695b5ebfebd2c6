namespace PluginHost.Engine.Scripting;

/// <summary>A script that somebody wants to run.</summary>
public sealed record ScriptRequest
{
    /// <summary>The script's full path.</summary>
    public required string Path { get; init; }

    /// <summary>What stood behind the script's name on the command line.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>What becomes of an earlier run with the same arguments that was interrupted.</summary>
    public Resumption Resumption { get; init; }
}
