namespace PluginHost.Engine.Ways;

/// <summary>
/// Sees to it that a request is sent once. A connection that is closed before the first byte of an answer lets .NET send a request again by itself, up to three times, where none of its content has left:
/// so also a POST that has none, which may have been done. With a content of no bytes, it does not.
/// </summary>
internal static class Once
{
    public static void Ensure(HttpRequestMessage request)
    {
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            request.Content ??= new ByteArrayContent([]);
    }
}
