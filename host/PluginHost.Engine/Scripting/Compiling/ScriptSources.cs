using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>Reads what a script loads, once, and remembers it: what was compiled is what the cache compares with.</summary>
internal sealed class ScriptSources(ScriptFile script) : SourceFileResolver([], Path.GetDirectoryName(script.Path))
{
    private readonly List<ScriptFile> _files = [script];

    public ScriptFile Script { get; } = script;

    /// <summary>The script, and after it what it loads.</summary>
    public IReadOnlyList<ScriptFile> Files => _files;

    public static SourceText TextOf(ScriptFile file) => SourceText.From(file.Bytes, file.Bytes.Length, Encoding.UTF8);

    /// <summary>The same files with other texts.</summary>
    public GuardedSources Guarded(IReadOnlyDictionary<string, SourceText> guarded) => new(Path.GetDirectoryName(Script.Path)!, guarded);

    public override SourceText ReadText(string resolvedPath)
    {
        var file = new ScriptFile(resolvedPath, File.ReadAllBytes(resolvedPath));
        lock (_files)
            _files.Add(file);

        return TextOf(file);
    }

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
