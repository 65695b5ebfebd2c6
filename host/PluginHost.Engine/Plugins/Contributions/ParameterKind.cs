namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>The types that a command's parameter can have.</summary>
public enum ParameterKind
{
    Text,
    Integer,
    LongInteger,
    Number,
    Flag,
    Duration,
    Instant,
    TextList,
    Time,
}
