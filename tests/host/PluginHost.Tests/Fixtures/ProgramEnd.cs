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

    /// <summary>What it complained of: the error stream without what appears only where the machine is slow.</summary>
    public string Complaints => string.Join('\n', Errors.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Where(line => !IsOfSlowness(line)));

    /// <summary>The run succeeded, and complained of nothing.</summary>
    public ProgramEnd ShouldBeDone() => ShouldComplain(0, "");

    /// <summary>The run ended with this exit code and these complaints, and no others.</summary>
    public ProgramEnd ShouldComplain(int exitCode, string complaints)
    {
        Complaints.ShouldBe(complaints.ReplaceLineEndings("\n"), ToString());
        ExitCode.ShouldBe(exitCode, ToString());
        return this;
    }

    private static bool IsOfSlowness(string line) =>
        line.StartsWith("Publishing", StringComparison.Ordinal) || line.StartsWith("pluginhost: Cancelling. ", StringComparison.Ordinal);

    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- errors\n{Errors}";
}
