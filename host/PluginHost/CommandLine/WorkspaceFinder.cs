using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary>Finds the workspace that a command line means: the folder that it names, or the nearest one from here upwards.</summary>
internal static class WorkspaceFinder
{
    /// <returns>The full path of its <c>plugins.yaml</c>, which need not be there.</returns>
    /// <exception cref="WrongUseException">The folder that is named is none.</exception>
    public static string Find(string? named)
    {
        if (named is null)
            return WorkspaceFile.Find(".") ?? Path.GetFullPath(WorkspaceFile.FileName);

        var folder = Path.GetFullPath(named);
        if (Directory.Exists(folder))
            return Path.Combine(folder, WorkspaceFile.FileName);

        // Somebody who names the file means its folder.
        return File.Exists(folder) && Path.GetFileName(folder) == WorkspaceFile.FileName
            ? folder
            : throw new WrongUseException($"--workspace {named}: there is no such folder.");
    }
}
