namespace PluginHost.Engine.Secrets.Keys;

/// <summary>What a place said when it was asked for the workspace's key, or asked to keep it: <see cref="KeyOpened"/>, <see cref="KeyKept"/> or <see cref="KeyNotHere"/>.</summary>
internal abstract record KeyAnswer;
