namespace PluginHost.Engine.Scripting;

/// <summary>What the packages of a script consist of, with all that they need, for this runtime and this machine. The paths are full.</summary>
internal sealed record PackageSet
{
    /// <summary>What the script is compiled against.</summary>
    public IReadOnlyList<string> Compile { get; init; } = [];

    /// <summary>What is loaded when it runs.</summary>
    public IReadOnlyList<string> Runtime { get; init; } = [];

    /// <summary>Native libraries.</summary>
    public IReadOnlyList<string> Native { get; init; } = [];

    public bool IsThere => Compile.Concat(Runtime).Concat(Native).All(File.Exists);
}
