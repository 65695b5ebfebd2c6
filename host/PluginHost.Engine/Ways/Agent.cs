namespace PluginHost.Engine.Ways;

/// <summary>What a request says of who asks. Some servers answer nobody who does not say it.</summary>
internal static class Agent
{
    /// <summary>The program's name and version.</summary>
    public static string Program { get; } = $"PluginHost/{typeof(Agent).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>Says it, where the plugin has not said it itself.</summary>
    public static void Sign(HttpRequestMessage request, string plugin)
    {
        if (!request.Headers.Contains("User-Agent"))
            request.Headers.TryAddWithoutValidation("User-Agent", $"{Program} (+{plugin})");
    }
}
