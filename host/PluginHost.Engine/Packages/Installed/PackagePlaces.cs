using PluginHost.Engine.Packages.Locking;

namespace PluginHost.Engine.Packages.Installed;

/// <summary>
/// Where packages and what was unpacked of them are kept, for all workspaces of a person. A version lies beside the others, under its hash: none is ever written over.
/// </summary>
internal sealed class PackagePlaces(UserFolders user)
{
    private const int HashDigits = 16;

    /// <summary>The unpacked plugin. It is there whole or not at all.</summary>
    public string FolderOf(LockedPlugin plugin) => Path.Combine(HomeOf(plugin.Id), $"{plugin.Version}-{plugin.Sha512[..HashDigits]}");

    /// <summary>The list of its files, beside it.</summary>
    public string ListOf(LockedPlugin plugin) => FolderOf(plugin) + ".files";

    /// <summary>The package as it was fetched.</summary>
    public string PackageOf(string id, string version) => Path.Combine(user.Cache, "packages", $"{id}.{version}.nupkg");

    /// <summary>All unpacked versions of a plugin.</summary>
    public string HomeOf(string id) => Path.Combine(user.Plugins, id);

    /// <summary>A folder beside them, to unpack into: nobody looks there.</summary>
    public string NewStaging(string id) => Path.Combine(HomeOf(id), $".{Path.GetRandomFileName()}.unpacking");
}
