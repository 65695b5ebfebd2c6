using System.Text;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Workspaces;

namespace PluginHost.Engine.Campaigns;

/// <summary>
/// The plan at the top of a script: <c>// campaign: NAME</c> among its first comments, and the keys in the comment lines that follow, up to an empty one.
/// They are those of <c>campaigns:</c> in <c>plugins.yaml</c>, but for <c>script</c>.
/// </summary>
internal static class CampaignHeader
{
    private const string First = "campaign:";

    /// <summary>Reads the plan of a script.</summary>
    /// <param name="script">The script's full path.</param>
    /// <param name="text">Its text.</param>
    /// <param name="root">The workspace's folder.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The campaign; null where the script has no plan, or a wrong one.</returns>
    public static CampaignEntry? Read(string script, string text, string root, FileProblems problems)
    {
        if (Find(text) is not var (name, line, keys))
            return null;

        var section = new CampaignsSection(root, ShownName(script, root), problems);
        section.CheckName(name, line);
        return YamlReader.Read(keys, problems) switch
        {
            YamlMapping mapping => section.ReadKeys(name, line, mapping, script),
            null or YamlScalar { IsNothing: true } => problems.Any ? null : section.ReadKeys(name, line, new YamlMapping { Line = line }, script),
            var other => Refuse(other.Line),
        };

        CampaignEntry? Refuse(int at)
        {
            problems.Add(at, "behind \"// campaign:\" stand keys, such as \"// at: Mon-Fri 09:00\", and an empty comment line before other words.");
            return null;
        }
    }

    /// <summary>The script as messages name it: within the workspace.</summary>
    public static string ShownName(string script, string root) => Path.GetRelativePath(root, script).Replace('\\', '/');

    // The keys keep their lines: what is no key is an empty line.
    private static (string Name, int Line, string Keys)? Find(string text)
    {
        var keys = new StringBuilder();
        string? name = null;
        var (number, nameLine) = (0, 0);
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        while (reader.ReadLine() is { } line && line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        {
            number++;
            var said = line.TrimStart()[2..].Trim();
            if (name is not null)
            {
                if (said.Length == 0)
                    break;

                keys.AppendLine(said);
                continue;
            }

            keys.AppendLine();
            if (said.StartsWith(First, StringComparison.Ordinal))
                (name, nameLine) = (said[First.Length..].Trim(), number);
        }

        return name is null ? null : (name, nameLine, keys.ToString());
    }
}
