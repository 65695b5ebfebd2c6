using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Sdk.Testing;

/// <summary>
/// A folder of plugins with one in it, as the program has one for those that come with it: a link to where the plugin was built. A plugin that <c>plugins.yaml</c> names by its path is copied
/// before it is loaded, and the folder of a test project is large.
/// </summary>
internal static class PluginShelf
{
    /// <summary>What the tests of a project make once for all of them. Nobody takes it for a part of a plugin: it is called as what builds make.</summary>
    public static string Cache { get; } = Path.Combine(AppContext.BaseDirectory, "obj", "testhost");

    /// <summary>The folder with the plugin in it; null where no link can be made.</summary>
    public static string? With(PluginPlace plugin)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plugin.Folder)))[..12];
        var shelf = Path.Combine(Cache, "plugins", name);
        var link = Path.Combine(shelf, plugin.Manifest.Id);
        try
        {
            Directory.CreateDirectory(shelf);
            if (!Directory.Exists(link))
                Directory.CreateSymbolicLink(link, plugin.Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another test has made it at the same moment, or this system does not let us.
        }

        return Directory.Exists(link) ? shelf : null;
    }
}
