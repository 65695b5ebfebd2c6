namespace PluginHost.Sdk.Testing;

/// <summary>A request that the plugin has made.</summary>
public sealed record TestRequest
{
    /// <summary>The method: <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The whole address.</summary>
    public required string Address { get; init; }

    /// <summary>The headers, those of the content among them. Names are compared without case; several values are joined by commas.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The content as text.</summary>
    /// <value>Empty: there is none.</value>
    public required string Body { get; init; }

    /// <summary>The request as one line: <c>POST https://example.org/posts</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Method} {Address}";
}
