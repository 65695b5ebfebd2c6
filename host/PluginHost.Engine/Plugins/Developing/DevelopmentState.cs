namespace PluginHost.Engine.Plugins.Developing;

/// <summary>What has become of a plugin whose source was saved.</summary>
public enum DevelopmentState
{
    /// <summary>It is being built; the old one runs.</summary>
    Building,

    /// <summary>It does not build; the old one runs.</summary>
    Failed,

    /// <summary>It is built, and is what runs.</summary>
    Swapped,

    /// <summary>It is built, and cannot be used as it is; its refusal tells why.</summary>
    Refused,

    /// <summary>It is built, and its contract is another one: the old one runs until the next start.</summary>
    Waiting,
}
