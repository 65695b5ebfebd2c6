using System.Diagnostics;
using PluginHost.Engine.Campaigns.Running;

namespace PluginHost.Torture.Campaigns;

/// <summary>The children that run a workspace's occurrences, found as the system lists them.</summary>
internal static class ChildProcesses
{
    /// <summary>Ends them at once, as <c>kill -9</c> does.</summary>
    /// <returns>How many there were.</returns>
    public static int KillOf(string workspace)
    {
        var killed = 0;
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (!IsChildOf(process.Id, workspace))
                    continue;

                process.Kill();
                killed++;
            }
        }

        return killed;
    }

    private static bool IsChildOf(int process, string workspace)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
            return words.Contains(OccurrenceVerb.Name) && words.Contains(workspace);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
