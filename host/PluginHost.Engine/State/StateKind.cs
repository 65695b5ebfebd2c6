namespace PluginHost.Engine.State;

/// <summary>How a property's value is kept.</summary>
internal enum StateKind
{
    Text,
    Number,
    Flag,
    Instant,
    Duration,
    Id,
    Record,
    List,
}
