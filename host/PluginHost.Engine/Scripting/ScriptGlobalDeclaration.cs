namespace PluginHost.Engine.Scripting;

/// <summary>A global that scripts see, and where it comes from.</summary>
internal sealed record ScriptGlobalDeclaration
{
    public required string Name { get; init; }

    /// <summary>The type, as C# writes its full name.</summary>
    public required string Type { get; init; }

    /// <summary>The simple name of the contract assembly that defines the type.</summary>
    public string Assembly { get; init; } = "";

    public required string Description { get; init; }

    /// <summary>The plugin's id; empty for the host's own.</summary>
    public required string Plugin { get; init; }
}
