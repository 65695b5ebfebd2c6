namespace PluginHost.Sdk;

/// <summary>A column of a <see cref="Table"/>.</summary>
public sealed record TableColumn
{
    /// <summary>The name: the field in each row, the property in JSON. The heading is made of it.</summary>
    public required string Name { get; init; }
}
