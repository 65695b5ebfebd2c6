namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>A script global as its attribute and its method declare it.</summary>
public sealed record ScriptGlobalContribution
{
    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string Method { get; init; }

    /// <summary>The global's type, as C# writes its full name.</summary>
    public required string Type { get; init; }

    /// <summary>The simple name of the contract assembly that defines the type.</summary>
    public required string Assembly { get; init; }
}
