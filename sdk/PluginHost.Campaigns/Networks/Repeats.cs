namespace PluginHost.Campaigns;

/// <summary>What a network makes of a send that it has taken before. New kinds are added at the end.</summary>
public enum Repeats
{
    /// <summary>It publishes it again, or refuses it without saying what it has: a repeat is never safe by itself.</summary>
    NotRecognised,

    /// <summary>It knows an idempotency key, for as long as <see cref="NetworkRules.KeyLife"/> says.</summary>
    ByKey,

    /// <summary>The sender chooses the post's identity: the same identity is the same post, for ever.</summary>
    ByIdentity,
}
