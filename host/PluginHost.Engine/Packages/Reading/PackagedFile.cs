namespace PluginHost.Engine.Packages.Reading;

/// <summary>A file in a package.</summary>
/// <param name="Path">Relative to the plugin's folder, with slashes; it leads nowhere else.</param>
/// <param name="Length">Its length in bytes, as the package says.</param>
/// <param name="Open">Opens it.</param>
internal sealed record PackagedFile(string Path, long Length, Func<Stream> Open);
