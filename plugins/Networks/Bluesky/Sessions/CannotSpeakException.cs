using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>A profile cannot call its server now. The message says why and what to do; nothing was done.</summary>
internal sealed class CannotSpeakException : PluginHostException
{
    public CannotSpeakException(string message)
        : base(message)
    {
    }

    public CannotSpeakException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>When it may go better, where somebody has said so.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
