namespace PluginHost.Engine.Ways.Accounts;

/// <summary>A request that only reads, as often as it is needed: a message can be sent once alone.</summary>
internal static class Repeatable
{
    public static HttpRequestMessage Copy(HttpRequestMessage request)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var (name, values) in request.Headers.NonValidated)
            copy.Headers.TryAddWithoutValidation(name, values);

        foreach (var (name, value) in request.Options)
            copy.Options.TryAdd(name, value);

        return copy;
    }
}
