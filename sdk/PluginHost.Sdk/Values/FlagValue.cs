namespace PluginHost.Sdk;

/// <summary>True or false.</summary>
public sealed record FlagValue : Value
{
    /// <summary>Whether it is true.</summary>
    public required bool IsTrue { get; init; }

    /// <inheritdoc />
    public override bool Flag => IsTrue;

    /// <inheritdoc />
    public override string ToString() => IsTrue ? "true" : "false";
}
