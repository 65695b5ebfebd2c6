namespace PluginHost.Engine.Plugins.Compatibility;

/// <summary>A type of a contract assembly, as far as a plugin can lean on it.</summary>
internal sealed record ContractType
{
    /// <summary>Its base type by name; null where it has none. It may be no contract's.</summary>
    public required string? Base { get; init; }

    public required bool IsSealed { get; init; }

    /// <summary>Methods and fields with their signatures, as <see cref="SignatureText"/> writes them.</summary>
    public required IReadOnlySet<string> Members { get; init; }

    /// <summary>Which of them whoever derives from it or implements it has to bring.</summary>
    public required IReadOnlyList<string> Abstract { get; init; }
}
