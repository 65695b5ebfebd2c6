namespace PluginHost.Engine.Secrets.Keys;

/// <summary>What a tool has said.</summary>
/// <param name="ExitCode">The code that it ended with.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">What it complained of, without the spaces around it.</param>
internal sealed record ToolAnswer(int ExitCode, string Output, string Errors)
{
    /// <summary>The first line of its complaint, for the middle of a sentence.</summary>
    public string Complaint => Errors.Length == 0 ? $"it ended with {ExitCode}" : Errors.Split('\n')[0].TrimEnd('.', '\r');

    // What it wrote may be a secret.
    public override string ToString() => $"exit code {ExitCode}";
}
