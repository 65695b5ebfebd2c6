using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

/// <summary>
/// What holds an unloaded plugin in memory, and what does not: one case each, so that a new version of the runtime tells on itself. A zombie is
/// listed, and nobody else notices.
/// </summary>
public sealed class PinningTests
{
    private const string Id = "guest";

    public static TheoryData<string, string> Pinning => new()
    {
        { "a handler of the process's end", "AppDomain.CurrentDomain.ProcessExit += (_, _) => Things.Count++;" },
        { "a handler of unhandled exceptions", "AppDomain.CurrentDomain.UnhandledException += (_, _) => Things.Count++;" },
        { "a resolver of assemblies", "AppDomain.CurrentDomain.AssemblyResolve += (_, _) => null;" },
        { "a handler of Ctrl+C", "Console.CancelKeyPress += (_, _) => Things.Count++;" },
        { "a handler of a signal", "Things.Kept = System.Runtime.InteropServices.PosixSignalRegistration.Create((System.Runtime.InteropServices.PosixSignal)10, _ => { });" },
        { "a running timer in a static field", "Things.Kept = new Timer(_ => Things.Count++, null, 3_600_000, 3_600_000);" },
        { "a timer of the machine's clock", "Things.Kept = TimeProvider.System.CreateTimer(_ => Things.Count++, null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));" },
        { "a loop of its own", "_ = LoopAsync(); async Task LoopAsync() { while (true) await Task.Delay(3_600_000); }" },
        { "a long delay on the pool", "_ = Task.Run(async () => { await Task.Delay(3_600_000); Things.Count++; });" },
        { "a type descriptor", "System.ComponentModel.TypeDescriptor.GetProperties(typeof(Thing));" },
        { "a converter of a type descriptor", "System.ComponentModel.TypeDescriptor.GetConverter(typeof(Thing));" },
        { "dynamic", "dynamic thing = new Thing(); thing.Name = \"dynamic\";" },
        { "a strong handle", "System.Runtime.InteropServices.GCHandle.Alloc(new Thing());" },
        { "something that the process keeps", "AppContext.SetData(\"guest.kept.\" + Guid.NewGuid(), new Thing());" },
    };

    public static TheoryData<string, string> Harmless => new()
    {
        { "nothing", "" },
        { "its statics", "Things.Kept = new Thing(); Things.All.Add(new Thing());" },
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

    private static string Source(string code) => $$"""
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

    [Theory]
    [MemberData(nameof(Pinning))]
    public async Task Should_Become_A_Zombie_And_Trouble_Nobody(string what, string code)
    {
        await using var workspace = new TestWorkspace().With(Id, Source(code), "needs: [files, network]", Microsoft("CSharp"));
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie, what);

        workspace.StateOf(Id).ShouldBe(PluginState.Zombie);
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task Should_Be_Gone_Whatever_It_Has_Used(string what, string code)
    {
        await using var workspace = new TestWorkspace().With(Id, Source(code), "needs: [files, network]");
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded, what);

        workspace.Engine.Faults.All.ShouldBeEmpty();
        await workspace.GoneAsync(Id);
        (await workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Leave_The_Other_Plugins_Alone_When_One_Is_A_Zombie()
    {
        await using var workspace = new TestWorkspace()
            .With(Id, Source("System.Runtime.InteropServices.GCHandle.Alloc(new Thing());"))
            .With("other", Source("").Replace("guest.", "other."));
        await workspace.DoAsync("guest.use");
        await workspace.DoAsync("other.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        (await workspace.DoAsync("other.say")).ShouldBe((Value)"hello");
        (await workspace.UnloadAsync("other")).ShouldBe(PluginState.Unloaded);
        workspace.StateOf(Id).ShouldBe(PluginState.Zombie);
    }

    [Fact]
    public async Task Should_Stay_As_Long_As_A_Thread_Of_Its_Own_Runs()
    {
        using var end = new ManualResetEventSlim();
        AppContext.SetData("guest.end", end);
        await using var workspace = new TestWorkspace().With(Id, Source("""
            var end = (ManualResetEventSlim)AppContext.GetData("guest.end")!;
            new Thread(() => { while (!end.Wait(5)) Things.Count++; }) { IsBackground = true }.Start();
            """));
        await workspace.DoAsync("guest.use");
        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Zombie);

        end.Set();

        await workspace.GoneAsync(Id);
        AppContext.SetData("guest.end", null);
    }

    [Theory]
    [InlineData("", PluginState.Zombie)]
    [InlineData("public override Task DeactivateAsync(CancellationToken cancel) { Bell.Rung -= Hear; return Task.CompletedTask; }", PluginState.Unloaded)]
    public async Task Should_Stay_Where_It_Listens_To_A_Static_Event_Of_A_Contract(string deactivate, PluginState state)
    {
        using var folder = new TestFolder();
        var contract = TestPlugin.Assembly(folder.Path, $"Test.Bell.{state}", "public static class Bell { public static event Action? Rung; public static void Ring() => Rung?.Invoke(); }");
        await using var workspace = new TestWorkspace().With(Id, $$"""
            public sealed class Guest : Plugin
            {
                private int _heard;

                public override Task ActivateAsync(IHost host, CancellationToken cancel) { Bell.Rung += Hear; return Task.CompletedTask; }

                {{deactivate}}

                [Command("guest.ring", "Ring")]
                public int Ring() { Bell.Ring(); return _heard; }

                private void Hear() => _heard++;
            }
            """, $"contracts: [{Path.GetFileName(contract)}]", contract);
        File.Copy(contract, Path.Combine(workspace.BundledFolder(Id), Path.GetFileName(contract)));
        (await workspace.DoAsync("guest.ring")).ShouldBe((Value)1);

        (await workspace.UnloadAsync(Id)).ShouldBe(state);

        // A zombie still hears what the next one rings.
        (await workspace.DoAsync("guest.ring")).ShouldBe((Value)1);
    }

    [Fact]
    public async Task Should_Be_Gone_With_A_Library_Of_Its_Own()
    {
        var library = Path.Combine(AppContext.BaseDirectory, "YamlDotNet.dll");
        await using var workspace = new TestWorkspace().With(Id, Source("""
            var text = new YamlDotNet.Serialization.SerializerBuilder().Build().Serialize(new Thing());
            new YamlDotNet.Serialization.DeserializerBuilder().Build().Deserialize<Thing>(text);
            Things.Kept = typeof(YamlDotNet.Serialization.Serializer).Assembly;
            """), "", library);
        File.Copy(library, Path.Combine(workspace.BundledFolder(Id), "YamlDotNet.dll"));
        await workspace.DoAsync("guest.use");

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);
    }

    [Fact]
    public async Task Should_Be_Gone_When_The_Host_Keeps_The_Fault_Of_An_Exception_Of_Its_Own()
    {
        await using var workspace = new TestWorkspace().With(Id, Source("throw new Melted();"));
        var kept = await Should.ThrowAsync<PluginFaultedException>(() => workspace.DoAsync("guest.use"));

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        workspace.Engine.Faults.All.Single().Message.ShouldStartWith("threw Melted: ");
        kept.Message.ShouldContain("threw Melted");
        GC.KeepAlive(kept);
    }

    [Fact]
    public async Task Should_Be_Gone_When_The_Host_Keeps_What_A_Command_And_A_View_Gave()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            public sealed class Guest : Plugin
            {
                [Command("guest.rows", "Rows")]
                public Table Rows() => new() { Columns = [new TableColumn { Name = "a" }], Rows = [Record.Of(("a", 1)), Record.Of(("a", 2))] };

                [View("guest.tree", "Tree", Area.Sidebar)]
                public Tree Tree() => new() { Nodes = [new TreeNode { Id = "1", Text = "one", Children = [new TreeNode { Id = "2", Text = "two" }] }] };
            }
            """);
        var rows = await workspace.DoAsync("guest.rows");
        var tree = await workspace.Engine.Views.OpenAsync("guest.tree", CancellationToken.None);

        (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded);

        rows.Items.Count.ShouldBe(2);
        tree.ShouldBeOfType<Tree>().Nodes[0].Children[0].Text.ShouldBe("two");
    }

    [Fact]
    public async Task Should_Leave_Nothing_Behind_However_Often_It_Is_Loaded_And_Unloaded()
    {
        await using var workspace = new TestWorkspace().With(Id, """
            [Provides(typeof(IPublisher))]
            public sealed class Guest : Plugin, IPublisher
            {
                private IHost _host = null!;

                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    _host = host;
                    host.Services.Provide<IPublisher>(this);
                    host.Jobs.Every(TimeSpan.FromSeconds(1), async cancel => await host.State.ReadAsync<Note>("notes", cancel));
                    host.Jobs.Background("Looping", async cancel => { while (true) await Task.Delay(50, cancel); });
                    return Task.CompletedTask;
                }

                [Command("guest.use", "Use")]
                public async Task<int> UseAsync(CancellationToken cancel)
                {
                    await _host.State.AppendAsync("notes", new Note { Text = "a" }, cancel);
                    var rows = await _host.Store.ReadAsync($"select 1 as n", row => new Note { Text = row.Integer("n").ToString() }, cancel);
                    var publisher = await _host.Services.GetAsync<IPublisher>(cancel);
                    await publisher.CheckAsync(new PostPlan { Variants = [], AskedBy = "guest" }, cancel);
                    return rows.Count + (await _host.State.ReadAsync<Note>("notes", cancel)).Count;
                }

                public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Problem>>([]);

                public Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel) => throw new NotSupportedException();
            }

            [StateRecord(1)]
            public sealed record Note { public required string Text { get; init; } }
            """);

        for (var round = 1; round <= 25; round++)
        {
            (await workspace.DoAsync("guest.use")).ShouldBe((Value)(round + 1));
            (await workspace.UnloadAsync(Id)).ShouldBe(PluginState.Unloaded, $"round {round}");
        }

        await workspace.GoneAsync(Id);
        workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    private static string Microsoft(string library) =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Single(path => Path.GetFileName(path) == $"Microsoft.{library}.dll");
}
