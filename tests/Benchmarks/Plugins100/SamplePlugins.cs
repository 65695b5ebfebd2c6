using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PluginHost.Sdk;

namespace PluginHost.Benchmarks.Plugins100;

/// <summary>Plugins as third parties might install them, small and different: three commands, a view and a setting each.</summary>
internal static class SamplePlugins
{
    public static IReadOnlyList<string> Ids(int count) => [.. Enumerable.Range(1, count).Select(number => $"sample.p{number:000}")];

    /// <summary>Compiles them, and lays each into a folder of its own.</summary>
    public static void Install(IReadOnlyList<string> ids, string pluginsFolder)
    {
        Console.Error.WriteLine($"Compiling {ids.Count} plugins…");
        var references = References();
        foreach (var id in ids)
        {
            var folder = Path.Combine(pluginsFolder, id);
            Directory.CreateDirectory(folder);
            var name = $"Sample.{id["sample.".Length..].ToUpperInvariant()}";
            Compile(name, Code(id, name), references, Path.Combine(folder, $"{name}.dll"));
            File.WriteAllText(Path.Combine(folder, "plugin.yaml"), Manifest(id, name));
        }
    }

    private static string Manifest(string id, string name) => $"""
        id: {id}
        name: {name}
        version: 1.0.0
        sdk: ^1.0
        entry: {name}.dll
        needs: []

        """;

    private static string Code(string id, string name) => $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using PluginHost.Sdk;

        namespace {{name}};

        [Setting("limit", SettingKind.Number, "How many notes are shown.", Default = "10")]
        public sealed class SamplePlugin : Plugin
        {
            private string _note = "";

            [Command("{{id}}.add", "{{name}}: Add", Description = "Keeps a note.")]
            public string Add([Asks("What should be remembered?")] string note) => _note = note;

            [Command("{{id}}.show", "{{name}}: Show", Description = "Shows the note.", When = "view == {{id}}.notes")]
            public string Show() => _note;

            [Command("{{id}}.clear", "{{name}}: Clear", Description = "Forgets the note.")]
            public void Clear() => _note = "";

            [View("{{id}}.notes", "{{name}}", Area.Sidebar, Welcome = "No notes yet.")]
            public Table Notes() => Table.Of(new[] { _note }, ("note", note => note));
        }
        """;

    private static IReadOnlyList<MetadataReference> References()
    {
        string[] wanted = ["System.Runtime.dll", "System.Private.CoreLib.dll", "System.Collections.dll", "System.Linq.dll"];
        return
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => wanted.Contains(Path.GetFileName(path)))
                .Append(typeof(Plugin).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }

    private static void Compile(string name, string code, IReadOnlyList<MetadataReference> references, string path)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], references, options);
        var emitted = compilation.Emit(path);
        if (!emitted.Success)
            throw new BenchmarkException($"The sample plugin does not compile any more:\n{string.Join('\n', emitted.Diagnostics)}");
    }
}
