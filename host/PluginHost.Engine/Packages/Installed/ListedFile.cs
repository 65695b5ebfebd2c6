namespace PluginHost.Engine.Packages.Installed;

/// <summary>A file of an installed plugin as it was when it was unpacked.</summary>
/// <param name="Path">Relative to the plugin's folder, with slashes.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Sha512">In hexadecimal.</param>
internal sealed record ListedFile(string Path, long Length, string Sha512);
