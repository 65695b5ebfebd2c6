namespace PluginHost.Sdk;

/// <summary>
/// The version of the SDK that a plugin was built with. The SDK's package writes it into the assembly of whoever refers to it; a program that has an older SDK names it where
/// something is missing.
/// </summary>
/// <param name="version">The version of the package, such as <c>1.4.0</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class BuiltWithAttribute(string version) : Attribute
{
    /// <summary>The version of the package.</summary>
    public string Version { get; } = version;
}
