namespace PluginHost.Engine.Packages.Reading;

/// <summary>How large what is installed may be: a few kilobytes can unpack to more than a disk holds.</summary>
internal sealed record PackageLimits
{
    /// <summary>The bytes of a package.</summary>
    public long Package { get; init; } = 256L << 20;

    /// <summary>The bytes of its files, unpacked.</summary>
    public long Unpacked { get; init; } = 1L << 30;

    public int Files { get; init; } = 10_000;

    /// <summary>The bytes of a <c>plugin.yaml</c> or a <c>.nuspec</c>.</summary>
    public int Manifest { get; init; } = 256 << 10;
}
