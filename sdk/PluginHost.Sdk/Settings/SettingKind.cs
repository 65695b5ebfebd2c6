namespace PluginHost.Sdk;

/// <summary>What kind of value a setting takes. New kinds are added at the end.</summary>
public enum SettingKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, with a point for decimals.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A length of time: <c>250ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>, <c>7d</c>.</summary>
    Duration,

    /// <summary>Several texts.</summary>
    List,
}
