using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>
/// That a profile cannot call its server now: why, and what to do; nothing was done. It is the contract's own exception, because one of ours would be a fault of the plugin to whoever called it.
/// </summary>
internal static class CannotSpeak
{
    private const string Later = "bluesky.notBefore";

    public static PluginHostException Because(string why) => new(why);

    public static PluginHostException Because(string why, Exception cause) => new(why, cause);

    /// <summary>Where somebody has said when it may go better.</summary>
    public static PluginHostException Until(DateTimeOffset? notBefore, string why)
    {
        var error = new PluginHostException(why);
        if (notBefore is { } instant)
            error.Data[Later] = instant;

        return error;
    }

    /// <summary>When it may go better, where somebody has said so.</summary>
    public static DateTimeOffset? NotBefore(PluginHostException error) => error.Data[Later] as DateTimeOffset?;
}
