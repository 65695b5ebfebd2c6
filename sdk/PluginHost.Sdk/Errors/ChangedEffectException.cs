namespace PluginHost.Sdk;

/// <summary>A side effect was done before under the same key, with another body. Which one is meant, a person must say.</summary>
public sealed class ChangedEffectException : PluginHostException
{
    /// <summary>Makes one for a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="change">What it was and what it would be now.</param>
    public ChangedEffectException(EffectKey key, string change)
        : base($"{key} was done before with another body: {change} Nothing was done. --fresh begins anew, and does all of it again.") => Key = key;

    /// <summary>The key.</summary>
    public EffectKey Key { get; }
}
