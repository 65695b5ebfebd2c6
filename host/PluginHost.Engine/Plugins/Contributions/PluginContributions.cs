namespace PluginHost.Engine.Plugins.Contributions;

/// <summary>All that a plugin's code declares, as read from metadata without loading it.</summary>
public sealed record PluginContributions
{
    /// <summary>The full name of the class derived from <see cref="Sdk.Plugin"/>.</summary>
    public required string PluginType { get; init; }

    /// <summary>The assembly's module version id: it changes with every compilation that changes anything.</summary>
    public required Guid ModuleVersion { get; init; }

    public IReadOnlyList<CommandContribution> Commands { get; init; } = [];

    public IReadOnlyList<ViewContribution> Views { get; init; } = [];

    public IReadOnlyList<SettingContribution> Settings { get; init; } = [];

    public IReadOnlyList<ScriptGlobalContribution> ScriptGlobals { get; init; } = [];

    public IReadOnlyList<NetworkContribution> Networks { get; init; } = [];

    public IReadOnlyList<LinterContribution> Linters { get; init; } = [];

    public IReadOnlyList<BackgroundServiceContribution> BackgroundServices { get; init; } = [];

    public IReadOnlyList<CheckContribution> Checks { get; init; } = [];

    public IReadOnlyList<KeyBindingContribution> KeyBindings { get; init; } = [];

    public IReadOnlyList<StatusItemContribution> StatusItems { get; init; } = [];

    public IReadOnlyList<ContextKeyContribution> ContextKeys { get; init; } = [];

    public IReadOnlyList<ExampleContribution> Examples { get; init; } = [];

    /// <summary>The full names of the service interfaces that it offers.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];
}
