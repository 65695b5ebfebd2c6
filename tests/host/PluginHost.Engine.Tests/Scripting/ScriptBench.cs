using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PluginHost.Campaigns;
using PluginHost.Engine.Ways;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Scripting;

/// <summary>A folder for scripts, an engine with a cache of its own, and the fakes around it.</summary>
internal sealed class ScriptBench : IDisposable
{
    public ScriptBench()
        : this(Directory.CreateTempSubdirectory("scripts-").FullName)
    {
    }

    public ScriptBench(string folder)
    {
        Folder = folder;
        CacheFolder = Path.Combine(Folder, "cache");
        Engine = NewEngine(new RandomWay());
    }

    public string Folder { get; }

    public string CacheFolder { get; }

    public FakeWorld World { get; } = new();

    public FakePerson Person { get; } = new();

    public FakeClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public FakePublisher Publisher { get; } = new();

    public FakeCommands Commands { get; } = new();

    /// <summary>What is kept of runs, also after a restart.</summary>
    public FakeJournals Journals { get; } = new();

    public ScriptEngine Engine { get; private set; }

    public string ScriptPath => Path.Combine(Folder, "main.csx");

    /// <summary>As in a rehearsal: whatever the host draws comes of this.</summary>
    public void Use(IRandom random) => Engine = NewEngine(random);

    /// <summary>As after a start of the program: nothing but the cache is known.</summary>
    public void Restart() => Engine = NewEngine(new RandomWay());

    public ScriptBench WithPublish()
    {
        World.Offer("Publish", script => new ScriptPublisher(Publisher, Publisher, script));
        return this;
    }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    /// <summary>The same folder, and an engine that writes no checks into scripts.</summary>
    public UnguardedBench Unguarded() => new(this, NewEngine(new RandomWay(), isGuarded: false));

    public Task<ScriptOutcome> RunAsync(string code, params string[] args)
    {
        Write("main.csx", code);
        return RunAgainAsync(args);
    }

    public Task<ScriptOutcome> RunAgainAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public Task<ScriptOutcome> RunAsync(IReadOnlyList<string> args, CancellationToken cancel) =>
        Engine.RunAsync(new ScriptRequest { Path = ScriptPath, Args = args }, Person, cancel);

    /// <summary>Builds an assembly that a script can name.</summary>
    public string Build(string name, string code, params string[] references)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(code)],
            [
                MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
                MetadataReference.CreateFromFile(Path.Combine(runtime, "System.Runtime.dll")),
                .. references.Select(path => MetadataReference.CreateFromFile(path)),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var path = Path.Combine(Folder, name + ".dll");
        var result = compilation.Emit(path);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // CSV without quotes, and YAML that is one text: the parsers have their own tests.
    private static IReadOnlyList<Record> ParseCsv(string text, string name)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',');
        return
        [
            .. lines.Skip(1).Select((line, i) => new Record(columns.Zip(line.Split(','), (column, cell) => KeyValuePair.Create(column, (Value)cell)))
            {
                Origin = $"{name}({i + 2})",
            }),
        ];
    }

    private static Value ParseYaml(string text, string name) => new StringBuilder(name).Append(": ").Append(text.Trim()).ToString();

    private ScriptEngine NewEngine(IRandom random, bool isGuarded = true) =>
        new(
            World,
            CacheFolder,
            new ScriptTools
            {
                Clock = Clock,
                Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"),
                Root = Folder,
                Journal = () => Journals,
                Commands = Commands,
                Random = random,
                ParseCsv = ParseCsv,
                ParseYaml = ParseYaml,
            },
            isGuarded);

    /// <summary>Runs the bench's script with another engine.</summary>
    internal sealed class UnguardedBench(ScriptBench bench, ScriptEngine engine)
    {
        public Task<ScriptOutcome> RunAgainAsync(params string[] args) =>
            engine.RunAsync(new ScriptRequest { Path = bench.ScriptPath, Args = args }, bench.Person, CancellationToken.None);
    }
}
