namespace PluginHost.Engine.Secrets;

/// <summary>That a plugin keeps a secret of a name; the secret itself is nobody else's.</summary>
/// <param name="Plugin">The plugin's id.</param>
/// <param name="Name">The secret's name within the plugin.</param>
/// <param name="Since">When it was written last.</param>
public sealed record KeptSecret(string Plugin, string Name, DateTimeOffset Since);
