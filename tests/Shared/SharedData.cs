namespace PluginHost.Testing;

/// <summary>Data of others that lies beside the project and is no part of it. Where it is absent, the test that needs it is skipped and says so.</summary>
internal static class SharedData
{
    public static string Find(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", file);
            if (File.Exists(path))
                return path;
        }

        Assert.Skip($"shared/data/{file} is not beside the project: this was not compared.");
        return "";
    }
}
