namespace PluginHost.Mastodon;

/// <summary>What it means where no answer came.</summary>
internal static class NoAnswer
{
    /// <summary>Whether the connection did not come about: not a byte of the request has left.</summary>
    public static bool NothingLeft(HttpRequestException error) =>
        error.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    /// <summary>What happened, and what to do.</summary>
    public static string Words(HttpRequestException error, Uri server) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"There is no server {server.Host}, or no way to it. Look at the address and at the connection.",
        HttpRequestError.SecureConnectionError =>
            $"{server.Authority} did not prove who it is ({Inner(error)}), so nothing was sent to it. Look whether its certificate is valid and this machine's clock is right.",
        HttpRequestError.ConnectionError => $"{server.Authority} cannot be reached ({Inner(error)}). Look whether it runs, and at the connection.",
        HttpRequestError.ConfigurationLimitExceeded => error.Message,
        _ => $"{server.Authority} gave no whole answer ({Inner(error)}). Try again later.",
    };

    private static string Inner(HttpRequestException error) => (error.InnerException?.Message ?? error.Message).TrimEnd('.');
}
