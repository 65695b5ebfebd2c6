using System.Text.RegularExpressions;

namespace PluginHost.Engine.Scripting;

/// <summary>A package as a script names it: <c>#r "nuget: Humanizer.Core, 2.14.1"</c>.</summary>
internal sealed partial record PackageName(string Id, string Version)
{
    /// <summary>What such a directive begins with.</summary>
    public const string Prefix = "nuget:";

    private const string Wanted = "Write #r \"nuget: Humanizer.Core, 2.14.1\": an id and a version.";

    public static bool IsMeant(string reference) => reference.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a directive.</summary>
    /// <param name="reference">What stands between the quotes.</param>
    /// <param name="problem">What is wrong with it, and what to write.</param>
    /// <returns>The package; null where something is wrong.</returns>
    public static PackageName? Parse(string reference, out string problem)
    {
        var parts = reference[Prefix.Length..].Split(',', StringSplitOptions.TrimEntries);
        problem = parts switch
        {
            [""] or ["", _] => $"No package is named. {Wanted}",
            [var id, ..] when !IdPattern().IsMatch(id) => $"\"{id}\" is no id of a package. {Wanted}",
            [var id, .. var rest] when rest is [] or [""] => $"{id} has no version: the script would run with another one every day. Write #r \"nuget: {id}, 1.2.3\".",
            [_, var version] when !VersionPattern().IsMatch(version) => $"\"{version}\" is no version: it is one like 2.14.1 or 3.0.0-beta.2, and no range. {Wanted}",
            [_, _] => "",
            _ => $"There is more here than an id and a version. {Wanted}",
        };
        return problem.Length == 0 ? new PackageName(parts[0], parts[1]) : null;
    }

    public override string ToString() => $"{Id} {Version}";

    [GeneratedRegex(@"^[A-Za-z0-9_]+([.\-][A-Za-z0-9_]+)*$")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[0-9A-Za-z]+([.\-][0-9A-Za-z]+)*)?$")]
    private static partial Regex VersionPattern();
}
