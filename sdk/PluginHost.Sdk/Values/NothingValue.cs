namespace PluginHost.Sdk;

/// <summary>The value that is none.</summary>
public sealed record NothingValue : Value
{
    private NothingValue()
    {
    }

    internal static NothingValue Instance { get; } = new();

    /// <inheritdoc />
    public override string ToString() => "";

    private protected override string Describe() => "Nothing";
}
