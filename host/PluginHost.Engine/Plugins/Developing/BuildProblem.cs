using System.Globalization;
using System.Text.RegularExpressions;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Developing;

/// <summary>What a build says is wrong, with the place in the author's own file.</summary>
public sealed partial record BuildProblem
{
    public required Severity Severity { get; init; }

    /// <summary>The file, relative to the project where it lies below it.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1; 0 where the build names none.</summary>
    public int Line { get; init; }

    /// <summary>What is wrong, with the rule's name: <c>CS1002: ; expected</c>.</summary>
    public required string Text { get; init; }

    /// <summary>The place as it is shown.</summary>
    public string Place => Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}({Line})") : File;

    /// <summary>The problem as one line.</summary>
    public override string ToString() => $"{Place}: {Text}";

    /// <summary>Reads a line of a build's output.</summary>
    /// <param name="line">The line.</param>
    /// <param name="folder">The project's folder.</param>
    /// <returns>The problem; null where the line tells of none.</returns>
    internal static BuildProblem? Parse(string line, string folder)
    {
        if (Diagnostic().Match(line) is not { Success: true } match)
            return null;

        var file = match.Groups["file"].Value.Trim();
        var relative = Path.GetRelativePath(folder, Path.GetFullPath(file, folder));
        return new BuildProblem
        {
            Severity = match.Groups["severity"].Value == "error" ? Severity.Error : Severity.Warning,
            File = relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFileName(file) : relative,
            Line = match.Groups["line"].Success ? int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) : 0,
            Text = $"{match.Groups["code"].Value}: {match.Groups["text"].Value}",
        };
    }

    // /home/me/Acme/Notes.cs(12,5): error CS1002: ; expected [/home/me/Acme/Acme.csproj]
    [GeneratedRegex(@"^\s*(?<file>[^(:]*(?::[\\/][^(:]*)?)(?:\((?<line>\d+)(?:,[\d,-]+)?\))?\s*:\s*(?<severity>error|warning) (?<code>\w+)\s*:\s*(?<text>.*?)(?:\s\[[^\]]+\])?$")]
    private static partial Regex Diagnostic();
}
