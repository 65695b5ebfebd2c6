namespace PluginHost.Engine;

/// <summary>What opening a workspace came to: <see cref="EngineOpened"/> or <see cref="EngineRefused"/>.</summary>
public abstract record EngineOpening;
