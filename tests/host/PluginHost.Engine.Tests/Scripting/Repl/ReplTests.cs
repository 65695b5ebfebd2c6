using PluginHost.Campaigns;
using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Scripting;

/// <summary>What is entered one after the other.</summary>
public sealed class ReplTests : IAsyncLifetime
{
    private readonly ScriptBench _bench = new ScriptBench().WithPublish();
    private readonly List<IScript> _keptByPlugin = [];
    private readonly Repl _repl;

    public ReplTests()
    {
        _bench.World.Offer<IProfiles>("Profiles", script =>
        {
            _keptByPlugin.Add(script);
            return _bench.Publisher;
        });
        _repl = _bench.Engine.NewRepl(_bench.Folder, _bench.Person);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _repl.DisposeAsync();
        _bench.Dispose();
    }

    [Fact]
    public async Task Should_Remember_What_Was_Declared()
    {
        await EnterAsync("using System.Text;");
        await EnterAsync("var name = \"fig\"; record Cone(string Flavour); Cone Make() => new(name);");
        await EnterAsync("name = \"lime\";");

        (await EnterAsync("new StringBuilder(Make().Flavour).ToString()")).ShouldBe(new ScriptDone { Value = "lime" });
    }

    [Fact]
    public async Task Should_Await_And_Give_Nothing_Where_There_Is_No_Result()
    {
        (await EnterAsync("await Task.Delay(1); 5")).ShouldBe(new ScriptDone { Value = 5 });
        (await EnterAsync("await Task.Delay(1);")).ShouldBe(new ScriptDone { Value = Value.Nothing });
        (await EnterAsync("1 + 1;")).ShouldBeOfType<ScriptRefused>();
    }

    [Fact]
    public async Task Should_Keep_What_An_Entry_Has_Declared_Before_It_Threw()
    {
        (await EnterAsync("var n = 3; throw new Exception(\"late\");")).ShouldBeOfType<ScriptFailed>();

        (await EnterAsync("n")).ShouldBe(new ScriptDone { Value = 3 });
    }

    [Fact]
    public async Task Should_Forget_An_Entry_That_Does_Not_Compile()
    {
        (await EnterAsync("var n = 3; Sayy();")).ShouldBeOfType<ScriptRefused>();

        (await EnterAsync("n")).ShouldBeOfType<ScriptRefused>();
        _repl.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Should_Say_In_Which_Entry_It_Went_Wrong()
    {
        await EnterAsync("void Boom()\n{\n    throw new InvalidOperationException(\"no cream\");\n}");

        (await EnterAsync("Boom();")).ToString().ShouldBe("#1(3): InvalidOperationException: no cream\n    throw new InvalidOperationException(\"no cream\");");
        (await EnterAsync("\nSayy();")).ShouldBeOfType<ScriptRefused>().Diagnostics[0].ToString().ShouldStartWith("#3(2,1): error CS0103");
    }

    [Theory]
    [InlineData("Publish.Now(\"@a\", \"Hello.\");", "CS4014")]
    [InlineData("Publish.Now(\"@a\", \"Hello.\")", "CS4014")]
    [InlineData("var Say = 1;", "PH1002")]
    [InlineData("#r \"plugin: acme\"", "PH1003")]
    public async Task Should_Check_An_Entry_As_A_Script_Is_Checked(string entry, string id) =>
        (await EnterAsync(entry)).ShouldBeOfType<ScriptRefused>().Diagnostics.ShouldHaveSingleItem().Id.ShouldBe(id);

    [Fact]
    public async Task Should_Let_A_Variable_Be_Awaited_Later()
    {
        (await EnterAsync("var post = Publish.Now(\"@a\", \"Hello.\");")).ShouldBeOfType<ScriptDone>();
        (await EnterAsync("await post;")).ShouldBeOfType<ScriptDone>();

        _bench.Publisher.Plans.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_Give_Every_Effect_A_Key_Of_Its_Own_And_Resume_Nothing()
    {
        // Given
        await EnterAsync("await Publish.Now(\"@a\", \"Hello.\");");
        await EnterAsync("await Publish.Now(\"@a\", \"Hello.\");");
        await _repl.ResetAsync();

        // When
        await EnterAsync("await Publish.Now(\"@a\", \"Hello.\");");

        // Then
        _bench.Publisher.Plans.Select(plan => $"{plan.Effect}").Distinct().Count().ShouldBe(3);
        _bench.Journals.Writes.ShouldBe(0);
        _bench.Person.Noted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Have_The_Globals_And_The_Files_Beside_It()
    {
        _bench.Write("menu.csv", "flavour\nfig\n");

        (await EnterAsync("Csv.Read(\"menu.csv\")[0][\"flavour\"]")).ShouldBe(new ScriptDone { Value = "fig" });
        (await EnterAsync("Profiles[\"@a\"].Handle")).ShouldBe(new ScriptDone { Value = "@a" });
        (await EnterAsync("await Run(\"acme.greet\", new { name = \"Kari\" })")).ShouldBe(new ScriptDone { Value = "Hello, Kari." });
        (await EnterAsync("Random.Next(0, 1)")).ShouldBe(new ScriptDone { Value = 0 });
    }

    [Fact]
    public async Task Should_Load_A_File_Whose_Declarations_Stay()
    {
        _bench.Write("words.csx", "string Greet(string name) => $\"Hello, {name}.\";");

        (await EnterAsync("#load \"words.csx\"")).ShouldBeOfType<ScriptDone>();
        (await EnterAsync("Greet(\"Ola\")")).ShouldBe(new ScriptDone { Value = "Hello, Ola." });
    }

    [Fact]
    public async Task Should_Go_On_After_It_Stopped_Itself()
    {
        (await EnterAsync("Stop(\"enough\");")).ShouldBe(new ScriptStopped { Reason = "enough" });

        (await EnterAsync("Say(\"on\"); 1")).ShouldBe(new ScriptDone { Value = 1 });
    }

    [Fact]
    public async Task Should_Cancel_What_Is_Under_Way_And_Go_On()
    {
        // Given
        using var stop = new CancellationTokenSource();
        _bench.Person.Heard = _ => stop.Cancel();

        // When
        var outcome = await _repl.EnterAsync("var n = 7; Say(\"here\"); await Task.Delay(-1, Cancel);", stop.Token);

        // Then
        outcome.ShouldBeOfType<ScriptCancelled>();
        (await EnterAsync("Cancel.ThrowIfCancellationRequested(); n")).ShouldBe(new ScriptDone { Value = 7 });
    }

    [Fact]
    public async Task Should_Begin_Anew_Where_An_Entry_Does_Not_Stop()
    {
        // Given
        using var stop = new CancellationTokenSource();
        var release = new ManualResetEventSlim();
        AppDomain.CurrentDomain.SetData(_repl.AssemblyPrefix, () => release.Wait());
        _bench.Person.Heard = _ => stop.Cancel();

        // When
        var entering = _repl.EnterAsync($"var n = 7; Say(\"here\"); ((Action)AppDomain.CurrentDomain.GetData(\"{_repl.AssemblyPrefix}\"))();", stop.Token);
        await _bench.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        _bench.Clock.Advance(TimeSpan.FromSeconds(2));

        // Then
        (await entering).ShouldBeOfType<ScriptStuck>();
        (await EnterAsync("n")).ShouldBeOfType<ScriptRefused>();
        release.Set();
    }

    [Fact]
    public async Task Should_Tell_What_Throws_Beside_It_And_Go_On()
    {
        // Given
        var told = new TaskCompletionSource();
        _bench.Person.NotedOne = told.SetResult;
        await EnterAsync("async void F(Task go) { await go; throw new Exception(\"beside\"); } var go = new TaskCompletionSource();");
        await EnterAsync("F(go.Task);");

        // When
        await EnterAsync("go.SetResult(); ");
        await told.Task;

        // Then
        _bench.Person.Noted.ShouldHaveSingleItem().ShouldStartWith("#1(1): Exception: beside");
        (await EnterAsync("1")).ShouldBe(new ScriptDone { Value = 1 });
    }

    [Fact]
    public async Task Should_Take_No_More_Than_It_Can_Keep_Until_It_Is_Reset()
    {
        // Given
        for (var i = 0; i < Repl.Limit; i++)
            (await EnterAsync("1")).ShouldBeOfType<ScriptDone>();

        // When
        var outcome = await EnterAsync("1");
        await _repl.ResetAsync();

        // Then
        outcome.ShouldBeOfType<ScriptFailed>().Message.ShouldBe("There were 100 entries, and what is kept of them has grown large. :reset begins anew, without what they have declared.");
        (await EnterAsync("1")).ShouldBeOfType<ScriptDone>();
    }

    [Fact]
    public async Task Should_Unload_Everything_When_It_Is_Reset()
    {
        // Given
        await EnterAsync("record Cone(int Scoops); var cones = new List<Cone> { new(2) }; Cancel.Register(() => Say(\"x\"));");
        await EnterAsync("class Melted : Exception { } async Task Loop() { while (true) await Task.Yield(); } _ = Loop(); Say(Profiles[\"@a\"].Name + Random.Pick(cones));");
        await EnterAsync("throw new Melted();");
        await EnterAsync("cones");
        CountAlive().ShouldBe(4);

        // When
        await _repl.ResetAsync();

        // Then
        for (var i = 0; i < 20 && CountAlive() > 0; i++)
        {
            await Task.Yield();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        CountAlive().ShouldBe(0);
        _keptByPlugin.ShouldNotBeEmpty();
        (await EnterAsync("cones")).ShouldBeOfType<ScriptRefused>();
    }

    [Fact]
    public async Task Should_End_With_A_Plugin_That_It_Uses()
    {
        // Given
        _bench.World.Plugins["acme"] = _bench.Build("repl_plugin_acme", "public static class Shop { public static string Name => \"Slocombe\"; }");
        var released = 0;
        _bench.World.Lease = _ => new PluginLease(System.Reflection.Assembly.LoadFrom(_bench.World.Plugins["acme"]), () => released++);
        (await EnterAsync("#r \"plugin: acme\"\nShop.Name")).ShouldBe(new ScriptDone { Value = "Slocombe" });

        // When
        _bench.World.Cancellers.ForEach(cancel => cancel());

        // Then
        (await EnterAsync("1")).ShouldBe(new ScriptDone { Value = 1 });
        released.ShouldBe(1);
        (await EnterAsync("Shop.Name")).ShouldBeOfType<ScriptRefused>();
    }

    [Theory]
    [InlineData("Rando", "Random")]
    [InlineData("Publish.N", "Now")]
    [InlineData("Math.Sq", "Sqrt")]
    [InlineData("System.Lin", "Linq")]
    [InlineData("flav", "flavours")]
    [InlineData("flavours.OrderB", "OrderBy|OrderByDescending")]
    [InlineData("flavours[0].Len", "Length")]
    [InlineData("foreach (var f in flavours) f.ToUp", "ToUpper|ToUpperInvariant")]
    [InlineData("nothing.", "")]
    [InlineData("Glob", "")]
    public async Task Should_Offer_What_Could_Be_Written(string begun, string offers)
    {
        await EnterAsync("var flavours = new[] { \"fig\", \"lime\" };");

        string.Join('|', await _repl.CompleteAsync(begun, CancellationToken.None)).ShouldBe(offers);
    }

    [Theory]
    [InlineData("1 + 1", true)]
    [InlineData("void F()\n{", false)]
    [InlineData("void F()\n{\n}", true)]
    [InlineData("var text = \"\"\"", false)]
    [InlineData("Say(", false)]
    [InlineData("1 +* 1", true)]
    [InlineData("", true)]
    public void Should_Know_Whether_An_Entry_Is_Whole(string text, bool isWhole) => Repl.IsComplete(text).ShouldBe(isWhole);

    [Fact]
    public async Task Should_Show_What_Is_In_A_Result()
    {
        await EnterAsync("record Cone(string Flavour, int[] Scoops); class Shop { public string Name => \"Slocombe\"; public int Broken => throw new Exception(\"x\"); }");
        await EnterAsync("class Loop { public Loop Next => this; }");

        (await ValueAsync("new Cone(\"fig\", new[] { 1, 2 })")).ShouldBe(Record.Of(("Flavour", "fig"), ("Scoops", new ListValue([1, 2]))));
        (await ValueAsync("new Shop()")).ShouldBe(Record.Of(("Name", "Slocombe"), ("Broken", "(Exception: x)")));
        (await ValueAsync("(1, \"b\")")).ShouldBe(Record.Of(("Item1", 1), ("Item2", "b")));
        (await ValueAsync("new Dictionary<string, int> { [\"a\"] = 1 }")).ShouldBe(Record.Of(("a", 1)));
        (await ValueAsync("Enumerable.Range(0, 1_000_000_000)")).Items.Count.ShouldBe(201);
        (await ValueAsync("new Loop()")).ToString().ShouldContain("…");
        (await ValueAsync("(object)null")).ShouldBe(Value.Nothing);
        (await ValueAsync("TimeSpan.FromMinutes(1)")).ShouldBe((Value)"00:01:00");
    }

    private Task<ScriptOutcome> EnterAsync(string text) => _repl.EnterAsync(text, CancellationToken.None);

    private async Task<Value> ValueAsync(string text) => (await EnterAsync(text)).ShouldBeOfType<ScriptDone>().Value;

    // A context goes as a whole: where what was entered is gone, so is the prelude. Other tests have REPLs of their own.
    private int CountAlive() => AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name!.StartsWith(_repl.AssemblyPrefix, StringComparison.Ordinal));
}
