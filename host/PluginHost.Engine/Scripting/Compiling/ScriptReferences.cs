using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// What scripts are compiled against: the part of the BCL that scripts reasonably use, and the contracts. Made once and shared: made anew for
/// each script, they would treble the price of a compile. All of the BCL would cost 220 ms and 60 MB more; <c>#r</c> brings the rest by name.
/// </summary>
internal sealed class ScriptReferences
{
    private static readonly string[] Platform =
    [
        "System.Private.CoreLib",
        "System.Runtime",
        "System.Collections",
        "System.Collections.Concurrent",
        "System.Collections.Immutable",
        "System.ComponentModel.Primitives",
        "System.Console",
        "System.Data.Common",
        "System.Linq",
        "System.Linq.AsyncEnumerable",
        "System.Memory",
        "System.Net.Http",
        "System.Net.Primitives",
        "System.ObjectModel",
        "System.Private.Uri",
        "System.Text.Json",
        "System.Text.RegularExpressions",
        "System.Threading",
        "System.Threading.Channels",
        "netstandard",
    ];

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Path, Guid Version), MetadataReference> _contracts = [];
    private IReadOnlyList<MetadataReference>? _platform;

    public IReadOnlyList<MetadataReference> For(ScriptScope scope)
    {
        lock (_gate)
        {
            var folder = RuntimeEnvironment.GetRuntimeDirectory();
            _platform ??= [.. Platform.Select(name => MetadataReference.CreateFromFile(Path.Combine(folder, name + ".dll")))];
            return [.. _platform, .. scope.ContractPaths.Select(ContractAt)];
        }
    }

    private MetadataReference ContractAt(string path)
    {
        var key = (path, ModuleVersion.OfContract(path));
        if (!_contracts.TryGetValue(key, out var reference))
            _contracts[key] = reference = MetadataReference.CreateFromFile(path);

        return reference;
    }
}
