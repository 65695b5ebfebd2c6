namespace PluginHost.Engine.Settings;

/// <summary>What binding a plugin's settings came to: <see cref="SettingsBound"/> or <see cref="SettingsRefused"/>.</summary>
internal abstract record SettingsReading;
