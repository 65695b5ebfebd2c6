using Xunit;

namespace PluginHost.Testing;

/// <summary>
/// What holds an unloaded plugin in memory, and what does not: a row each. The host's tests run each row; the analyzers' tests see that whoever writes a pinning
/// one is told so while compiling. What the host cures by itself (callbacks on its tokens, JSON's caches, faults as text) stands among the harmless ones.
/// </summary>
internal static class PinTable
{
    private static readonly IReadOnlyList<PinRow> Rows =
    [
        new("a handler of the process's end", "AppDomain.CurrentDomain.ProcessExit += (_, _) => Things.Count++;", "A handler of AppDomain.ProcessExit"),
        new("a handler of unhandled exceptions", "AppDomain.CurrentDomain.UnhandledException += (_, _) => Things.Count++;", "A handler of AppDomain.UnhandledException"),
        new("a resolver of assemblies", "AppDomain.CurrentDomain.AssemblyResolve += (_, _) => null;", "A handler of AppDomain.AssemblyResolve"),
        new("a handler of Ctrl+C", "Console.CancelKeyPress += (_, _) => Things.Count++;", "A handler of Console.CancelKeyPress"),
        new("a handler of a signal", "Things.Kept = System.Runtime.InteropServices.PosixSignalRegistration.Create((System.Runtime.InteropServices.PosixSignal)10, _ => { });", "PosixSignalRegistration.Create"),
        new("a running timer in a static field", "Things.Kept = new Timer(_ => Things.Count++, null, 3_600_000, 3_600_000);", "Timer"),
        new("a timer of the machine's clock", "Things.Kept = TimeProvider.System.CreateTimer(_ => Things.Count++, null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));", "TimeProvider.System"),
        new("a loop of its own", "_ = LoopAsync(); async Task LoopAsync() { while (true) await Task.Delay(3_600_000); }", "Task.Delay"),
        new("a long delay on the pool", "_ = Task.Run(async () => { await Task.Delay(3_600_000); Things.Count++; });", "Task.Run"),
        new("a type descriptor", "System.ComponentModel.TypeDescriptor.GetProperties(typeof(Thing));", "TypeDescriptor.GetProperties"),
        new("a converter of a type descriptor", "System.ComponentModel.TypeDescriptor.GetConverter(typeof(Thing));", "TypeDescriptor.GetConverter"),
        new("a provider of type descriptions", "System.ComponentModel.TypeDescriptor.AddProvider(new Describing(), typeof(Thing));", "TypeDescriptor.AddProvider"),
        new("dynamic", "dynamic thing = new Thing(); thing.Name = \"dynamic\";", "dynamic"),
        new("a strong handle", "System.Runtime.InteropServices.GCHandle.Alloc(new Thing());", "GCHandle.Alloc"),
        new("something that the process keeps", "AppContext.SetData(\"guest.kept.\" + Guid.NewGuid(), new Thing());", "AppContext.SetData"),
    ];

    /// <summary>What pins: what it is, the code, and what the analyzers call it.</summary>
    public static TheoryData<string, string, string> Pinning
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in Rows)
                data.Add(row.What, row.Code, row.Told);

            return data;
        }
    }

    /// <summary>What does not: what it is, and the code.</summary>
    public static TheoryData<string, string> Harmless => new()
    {
        { "nothing", "" },
        { "its statics", "Things.Kept = new Thing(); Things.All.Add(new Thing());" },
        { "a static value of the flow, set before the first await", "Things.Flowing.Value = new Thing();" },
        { "statics of the thread", "Things.OfThread = new Thing();" },
        { "a handler that it takes back", "AppDomain.CurrentDomain.ProcessExit += Things.Exit; AppDomain.CurrentDomain.ProcessExit -= Things.Exit;" },
        { "a callback on its token", "host.Stopping.Register(() => Things.Count++); cancel.Register(() => Things.Count++);" },
        { "a linked source that it forgets", "CancellationTokenSource.CreateLinkedTokenSource(host.Stopping, cancel).Token.Register(() => Things.Count++);" },
        { "a timer that nobody has and that rests", "new Timer(new Thing().Tick);" },
        { "a timer that nobody has and that runs", "new Timer(new Thing().Tick, null, 3_600_000, 3_600_000);" },
        { "work that the host repeats", "host.Jobs.Every(TimeSpan.FromHours(1), _ => Task.CompletedTask);" },
        { "a loop that the host runs", "host.Jobs.Background(\"Looping\", async cancel => { while (true) await Task.Delay(1_000, cancel); });" },
        { "a job", "await host.Jobs.RunAsync(\"Working\", async job => { await Task.Yield(); return new Thing(); }, cancel);" },
        { "an await that nobody ends", "_ = WaitAsync(); async Task WaitAsync() { await new TaskCompletionSource().Task; Things.Count++; }" },
        { "a thread that ends", "var thread = new Thread(() => Things.Count++); thread.Start(); thread.Join();" },
        { "work on the pool that ends", "await Task.Run(() => Things.Count++);" },
        { "JSON by reflection", "System.Text.Json.JsonSerializer.Deserialize<Thing>(System.Text.Json.JsonSerializer.Serialize(new Thing()));" },
        { "JSON by reflection and options of its own", "System.Text.Json.JsonSerializer.Serialize(new Pair(1, new Thing()), new System.Text.Json.JsonSerializerOptions { WriteIndented = true });" },
        { "JSON by reflection and options of the framework", "System.Text.Json.JsonSerializer.Serialize(new Pair(1, new Thing()), System.Text.Json.JsonSerializerOptions.Web);" },
        { "a table with keys of its own", "((System.Runtime.CompilerServices.ConditionalWeakTable<object, object>)AppContext.GetData(\"guest.table\")!).Add(new Thing(), \"kept\");" },
        { "reflection", "typeof(Thing).GetProperty(\"Name\")!.SetValue(Activator.CreateInstance(typeof(Thing)), \"reflected\");" },
        { "a compiled expression", "System.Linq.Expressions.Expression<Func<Thing, string>> name = thing => thing.Name; name.Compile()(new Thing());" },
        { "a delegate as a pointer", "System.Runtime.InteropServices.Marshal.GetFunctionPointerForDelegate<Action>(Things.Tick);" },
        { "a weak handle", "System.Runtime.InteropServices.GCHandle.Alloc(new Thing(), System.Runtime.InteropServices.GCHandleType.Weak);" },
        { "a value that flows", "Things.Flowing.Value = new Thing(); await Task.Yield();" },
        { "exceptions of its own", "try { throw new Melted(); } catch (Melted) { }" },
        { "comparers and sets of its own types", "new HashSet<Key> { new(1), new(2) }.Contains(new Key(1)); new Dictionary<Colour, Thing>()[Colour.Red] = new Thing();" },
        { "the names of an enumeration", "Enum.Parse<Colour>(Colour.Green.ToString());" },
        { "LINQ over its own types", "new[] { new Pair(1, new Thing()), new Pair(2, new Thing()) }.GroupBy(pair => pair.Number).OrderBy(group => group.Key).ToList();" },
        { "a record as text", "new Pair(1, new Thing()).ToString();" },
        { "a compiled regular expression", "new System.Text.RegularExpressions.Regex(\"a+b\", System.Text.RegularExpressions.RegexOptions.Compiled).IsMatch(\"aab\");" },
        { "the cache of regular expressions", "System.Text.RegularExpressions.Regex.Replace(\"abc\", \"b\", match => new Thing().Name);" },
        { "a source of events", "new Log().Ring();" },
        { "activities and meters", "using var one = new System.Diagnostics.ActivitySource(\"guest\"); using var meter = new System.Diagnostics.Metrics.Meter(\"guest\"); meter.CreateCounter<int>(\"things\").Add(1);" },
        { "a client", "using var client = new System.Net.Http.HttpClient(new Handler());" },
        { "a watcher of files", "using var watcher = new System.IO.FileSystemWatcher(System.IO.Path.GetTempPath()); watcher.Created += (_, _) => Things.Count++;" },
        { "finalizers", "new Finalized();" },
        { "the state", "await host.State.AppendAsync(\"notes\", new Note { Text = \"a\" }, cancel); Things.Kept = await host.State.ReadAsync<Note>(\"notes\", cancel);" },
        { "the store", "Things.Kept = await host.Store.ReadAsync($\"select 1 as n\", row => new Key((int)row.Integer(\"n\")), cancel);" },
        { "a transaction", "await host.Store.TransactAsync(async turn => (await turn.ReadAsync($\"select 1 as n\", row => new Thing())).Count, cancel);" },
        { "a connection that it forgets", "Things.Kept = await host.Store.OpenAsync(cancel);" },
        { "a request", "try { await host.Http.SendAsync(new(System.Net.Http.HttpMethod.Get, \"http://127.0.0.1:9/\"), cancel); } catch (System.Net.Http.HttpRequestException) { }" },
        { "a file", "await host.Workspace.WriteTextAsync(\"a.txt\", new Thing().Name, cancel);" },
        { "the output", "host.Output.Write(Severity.Warning, new Thing().Name);" },
        { "status and context", "host.Status.Set(\"guest.item\", \"here\"); host.Context.Set(\"guest.key\", Value.Nothing);" },
        { "settings and randomness", "Things.Kept = (host.Settings, host.Random, host.Clock, host.Views);" },
        { "a command of its own", "await host.Commands.RunAsync(\"guest.say\", Record.Empty, cancel);" },
        { "the services of the host", "Things.Kept = await host.Services.GetAsync<IProfiles>(cancel); Things.Kept = await host.Services.GetAsync<INetworks>(cancel);" },
        { "its host", "Things.Kept = host;" },
    };

    /// <summary>A plugin with a command that does what a row says, and the types that rows use.</summary>
    public static string Source(string code) => $$"""
        [StatusItem("guest.item", "Item"), ContextKey("guest.key", "Key")]
        public sealed class Guest : Plugin
        {
            [Command("guest.use", "Use")]
            public async Task UseAsync(IHost host, CancellationToken cancel)
            {
                await Task.Yield();
                {{code}}
            }

            [Command("guest.say", "Say")]
            public string Say() => "hello";
        }

        public static class Things
        {
            [ThreadStatic] public static object? OfThread;
            public static readonly AsyncLocal<object?> Flowing = new();
            public static readonly List<Thing> All = [];
            public static object? Kept;
            public static int Count;
            public static void Exit(object? sender, EventArgs e) => Count++;
            public static void Tick() => Count++;
        }

        public sealed class Thing
        {
            public string Name { get; set; } = "thing";
            public void Tick(object? state) => Name += ".";
        }

        public sealed class Describing : System.ComponentModel.TypeDescriptionProvider;

        public sealed record Pair(int Number, Thing Thing);

        public readonly record struct Key(int Number);

        public enum Colour { Red, Green }

        public sealed class Melted : Exception;

        [StateRecord(1)]
        public sealed record Note { public required string Text { get; init; } }

        public sealed class Handler : System.Net.Http.HttpClientHandler;

        public sealed class Finalized { ~Finalized() => Things.Count++; }

        [System.Diagnostics.Tracing.EventSource(Name = "Test-Guest")]
        public sealed class Log : System.Diagnostics.Tracing.EventSource
        {
            [System.Diagnostics.Tracing.Event(1)]
            public void Ring() => WriteEvent(1);
        }
        """;
}
