namespace PluginHost.Engine;

/// <summary>The workspace is open.</summary>
public sealed record EngineOpened(Engine Engine) : EngineOpening;
