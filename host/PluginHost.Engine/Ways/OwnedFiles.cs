using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Ways;

/// <summary>
/// What in a workspace has another owner than its guests, so that none of them writes it: what says which code runs, what the host keeps, and the history
/// of both. Wherever it stands: a folder of the workspace may be a workspace of its own.
/// </summary>
internal static class OwnedFiles
{
    private const string History = ".git";

    public static readonly IReadOnlyList<string> Names = [WorkspaceFile.FileName, WorkspacePaths.OwnFolder, History];

    /// <summary>
    /// Which of them a path names; null: none. Case does not count, on any system: a script means the same everywhere. Nor do dots and spaces at the end, which
    /// Windows drops.
    /// </summary>
    public static string? NameIn(string path) => path
        .Split('/', '\\')
        .Select(part => Names.FirstOrDefault(name => part.TrimEnd('.', ' ').Equals(name, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(name => name is not null);

    /// <summary>Says why a path is refused that leads to one of them.</summary>
    public static PluginHostException Refuse(string path, string name) => new(name switch
    {
        WorkspacePaths.OwnFolder => $"The path {path} lies in {name}, which is the host's own. Keep what belongs to a plugin in its State or its Store.",
        History => $"The path {path} lies in {name}, which holds the history of the files. Plugins and scripts do not write there; name another file.",
        _ => $"The path {path} leads to {name}, which says what runs here, so that people alone write it. Name another file, or tell the person what to write there.",
    });
}
