using System.Globalization;

namespace PluginHost.Engine.Plugins.Developing;

/// <summary>Something that happened to a plugin that is being developed.</summary>
public sealed record DevelopmentChange
{
    public required string Plugin { get; init; }

    public required DevelopmentState State { get; init; }

    /// <summary>How long the build took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>What the compiler says, errors first.</summary>
    public IReadOnlyList<BuildProblem> Problems { get; init; } = [];

    /// <summary>Why it could not be built or used, where no problem says it.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The change in a line, as people read it.</summary>
    public override string ToString() => State switch
    {
        DevelopmentState.Building => $"{Plugin} is being built",
        DevelopmentState.Failed => $"{Plugin} does not build, and goes on as it was: {(Problems.Count > 0 ? Problems[0] : Reason)}",
        DevelopmentState.Swapped => string.Create(CultureInfo.InvariantCulture, $"{Plugin} was built in {Took.TotalSeconds:0.0} s, and swapped"),
        DevelopmentState.Refused => $"{Plugin} was built, and cannot be used: {Reason}",
        _ => $"{Plugin} was built, and its contract is another one now: restart the program to use it. Until then the old one runs",
    };
}
