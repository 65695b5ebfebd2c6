using System.Text.Json;

namespace PluginHost.Testing;

/// <summary>How a run of the program ended.</summary>
internal sealed record ProgramEnd
{
    public required int ExitCode { get; init; }

    /// <summary>What it wrote to the standard output.</summary>
    public required string Output { get; init; }

    /// <summary>What it wrote to the error stream.</summary>
    public required string Errors { get; init; }

    /// <summary>The output as JSON. It fails where anything else was written there.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The run succeeded, and complained of nothing.</summary>
    public ProgramEnd ShouldBeDone()
    {
        ToString().ShouldSatisfyAllConditions(() => ExitCode.ShouldBe(0, ToString()), () => Errors.ShouldBe("", ToString()));
        return this;
    }

    /// <summary>The run failed with this exit code and these messages, and nothing else on the error stream.</summary>
    public ProgramEnd ShouldComplain(int exitCode, string errors)
    {
        Errors.ReplaceLineEndings("\n").TrimEnd('\n').ShouldBe(errors.ReplaceLineEndings("\n"), ToString());
        ExitCode.ShouldBe(exitCode, ToString());
        return this;
    }

    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- errors\n{Errors}";
}
