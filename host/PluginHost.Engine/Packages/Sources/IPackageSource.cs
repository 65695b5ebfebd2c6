using NuGet.Versioning;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages.Sources;

/// <summary>Where packages of plugins are found by id.</summary>
internal interface IPackageSource
{
    /// <summary>The source as it was written, without a password.</summary>
    string Name { get; }

    /// <summary>The versions of a plugin that are there, in no order; none where it is not there.</summary>
    /// <exception cref="PluginHostException">The source cannot be asked.</exception>
    Task<IReadOnlyList<NuGetVersion>> FindVersionsAsync(string id, CancellationToken cancel);

    /// <summary>Fetches a package into a file, which is whole when this returns.</summary>
    /// <exception cref="PluginHostException">It is not there, or the source cannot be asked.</exception>
    Task FetchAsync(string id, NuGetVersion version, string file, CancellationToken cancel);

    /// <summary>The plugins with a text in their id, name or description.</summary>
    /// <exception cref="PluginHostException">The source cannot be asked.</exception>
    Task<IReadOnlyList<OfferedPlugin>> SearchAsync(string text, bool prerelease, CancellationToken cancel);
}
