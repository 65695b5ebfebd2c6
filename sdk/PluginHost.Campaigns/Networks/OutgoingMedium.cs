namespace PluginHost.Campaigns;

/// <summary>A picture or a film on its way out.</summary>
public sealed record OutgoingMedium
{
    /// <summary>The file's name, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, as its bytes say: <c>image/png</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>What is to be seen.</summary>
    /// <value>Empty: nobody has said so.</value>
    public string Alt { get; init; } = "";

    /// <summary>How wide it is, in pixels.</summary>
    /// <value><see langword="null"/>: it does not say.</value>
    public int? Width { get; init; }

    /// <summary>How high it is, in pixels.</summary>
    /// <value><see langword="null"/>: it does not say.</value>
    public int? Height { get; init; }

    /// <summary>What it is made of.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }
}
