namespace PluginHost.Engine.Scripting;

/// <summary>An assembly that a script names by <c>#r</c>.</summary>
internal sealed record ScriptReference
{
    public required string Path { get; init; }

    /// <summary>The module's version id: another build of the same file is another assembly.</summary>
    public required Guid Version { get; init; }

    /// <summary>The plugin's id for <c>#r "plugin: id"</c>; empty for a file of the script's own.</summary>
    public required string Plugin { get; init; }
}
