namespace PluginHost.Engine;

/// <summary>The folder in which a workspace keeps its data. It is the machine's, so version control is told to pass it by.</summary>
internal static class WorkspaceData
{
    public const string FolderName = ".pluginhost";

    public static string FolderOf(string workspaceRoot) => Path.Combine(workspaceRoot, FolderName);

    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;

        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, ".gitignore"), "*\n");
    }
}
