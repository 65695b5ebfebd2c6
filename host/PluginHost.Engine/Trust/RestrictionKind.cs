namespace PluginHost.Engine.Trust;

/// <summary>What is missing for a plugin to run.</summary>
public enum RestrictionKind
{
    /// <summary>Trust in the workspace.</summary>
    Workspace,

    /// <summary>Consent: the person was never asked for this plugin.</summary>
    NotAccepted,

    /// <summary>Consent to needs that have come since.</summary>
    NeedsGrown,

    /// <summary>Consent to its files as they are now.</summary>
    FilesChanged,
}
