namespace PluginHost.Engine;

/// <summary>The folder in which a workspace keeps its data. It is the machine's, so version control is told to pass it by.</summary>
public static class WorkspaceData
{
    /// <summary>The folder's name.</summary>
    public const string FolderName = ".pluginhost";

    /// <summary>The folder of a workspace. It need not exist.</summary>
    public static string FolderOf(string workspaceRoot) => Path.Combine(workspaceRoot, FolderName);

    /// <summary>Makes the folder, where it is not there.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;

        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, ".gitignore"), "*\n");
    }
}
