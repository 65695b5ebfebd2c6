namespace PluginHost.Engine.Settings;

/// <summary>All settings fit their declaration.</summary>
internal sealed record SettingsBound(BoundSettings Settings) : SettingsReading;
