namespace PluginHost.Engine.Scripting;

/// <summary>A compiled script: what running it takes, and what it was made from. The compiler makes it, the cache keeps it.</summary>
internal sealed record ScriptProgram
{
    /// <summary>The script, and after it what it loads.</summary>
    public required IReadOnlyList<ScriptFile> Files { get; init; }

    /// <summary>What it names by <c>#r</c>.</summary>
    public required IReadOnlyList<ScriptReference> References { get; init; }

    /// <summary>The native libraries of its packages.</summary>
    public IReadOnlyList<string> Natives { get; init; } = [];

    /// <summary>The plugins' globals that it mentions.</summary>
    public required IReadOnlyList<string> Globals { get; init; }

    /// <summary>The assembly that declares the plugins' globals; empty where there are none.</summary>
    public required ArraySegment<byte> Prelude { get; init; }

    public required ArraySegment<byte> Assembly { get; init; }

    /// <summary>The portable PDB, without which errors would lose their line.</summary>
    public required ArraySegment<byte> Symbols { get; init; }

    public ScriptFile Script => Files[0];

    public string Folder => Path.GetDirectoryName(Script.Path)!;

    /// <summary>The file at a path, where it belongs to the script.</summary>
    public ScriptFile? FindFile(string path)
    {
        foreach (var file in Files)
        {
            if (file.Path == path)
                return file;
        }

        return null;
    }
}
