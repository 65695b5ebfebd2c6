namespace PluginHost.Sdk;

/// <summary>What a side effect gave.</summary>
public sealed record Effect
{
    /// <summary>The result, as far as the script needs it again.</summary>
    public required Value Result { get; init; }

    /// <summary>
    /// Whether nothing was done, for a reason that may pass. The script sees it again when it is resumed, unless this is what ended it: then it is
    /// tried anew.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IsRefusal { get; init; }

    /// <summary>
    /// Whether the same effect may give something else when it is asked for again under its key: an outcome that was unknown and is settled by then. The
    /// script sees this one again when it is resumed, unless this is what ended it.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool IsUnsettled { get; init; }
}
