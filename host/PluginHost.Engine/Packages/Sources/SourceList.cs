using NuGet.Configuration;
using PluginHost.Engine.Packages.Reading;
using PluginHost.Sdk;

namespace PluginHost.Engine.Packages.Sources;

/// <summary>Where to look for a plugin: what was asked for, else the <c>sources:</c> of the workspace, else what the person's NuGet configuration names.</summary>
internal sealed class SourceList(string root, PackageLimits limits, TimeProvider clock)
{
    /// <param name="given">As <c>--source</c> says, relative to <paramref name="folder"/>.</param>
    /// <param name="folder">The folder that the person is in.</param>
    /// <param name="written">As the workspace says.</param>
    /// <exception cref="WrongUseException">One of them may not be used.</exception>
    public IReadOnlyList<IPackageSource> Of(IReadOnlyList<string> given, string folder, IReadOnlyList<string> written)
    {
        if (given.Count > 0)
            return [.. given.Select(text => Of(SourceText.IsFeed(text) || SourceText.Refuse(text) is not null ? text : ForLock(Path.GetFullPath(text, folder))))];

        if (written.Count > 0)
            return [.. written.Select(Of)];

        return [.. Configured().Where(source => SourceText.Refuse(source.Source) is null).Select(source => source.IsLocal ? Of(source.Source) : new FeedSource(source, limits, clock))];
    }

    /// <summary>The source of a locked plugin, or one that the workspace names.</summary>
    /// <exception cref="WrongUseException">It may not be used.</exception>
    public IPackageSource Of(string text)
    {
        if (SourceText.Refuse(text) is { } refusal)
            throw new WrongUseException(refusal);

        if (!SourceText.IsFeed(text))
            return new FolderSource(text, Path.GetFullPath(text, root), limits);

        // The person's own entry for it knows the account.
        return new FeedSource(Configured().FirstOrDefault(source => source.Source == text) ?? new PackageSource(text), limits, clock);
    }

    /// <summary>A path as the lock holds it: relative to the workspace where it lies beside or below it, so that both can be moved together.</summary>
    public string ForLock(string path)
    {
        var relative = Path.GetRelativePath(root, path);
        return Path.IsPathRooted(relative) || relative.StartsWith(Path.Combine("..", "..", "..", ".."), StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    // The person's own, and none that lies in the workspace: NuGet joins accounts to sources by their names, so a folder could send a password to where it says.
    private static List<PackageSource> Configured()
    {
        try
        {
            return [.. new PackageSourceProvider(NuGet.Configuration.Settings.LoadDefaultSettings(null)).LoadPackageSources().Where(source => source.IsEnabled)];
        }
        catch (NuGetConfigurationException error)
        {
            throw new PluginHostException($"Your NuGet configuration cannot be read: {error.Message} Name a source: --source.", error);
        }
    }
}
