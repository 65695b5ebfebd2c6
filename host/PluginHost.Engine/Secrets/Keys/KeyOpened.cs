namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The place has opened it.</summary>
/// <param name="Key">The workspace's key.</param>
/// <param name="Row">By which row.</param>
internal sealed record KeyOpened(SealingKey Key, KeyRow Row) : KeyAnswer;
