using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Running;

/// <summary>Plugins that come, go and are swapped while the workspace is open.</summary>
public sealed class SwapTests : IAsyncDisposable
{
    private const string On = "plugins: { guest: { path: ../mine/guest } }";
    private readonly TestWorkspace _workspace = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _told = [];

    public SwapTests() => _workspace.NamingLine("guest: { path: ../mine/guest }");

    [Fact]
    public async Task Should_Refuse_A_New_Build_That_Cannot_Be_Used_And_Take_The_Next()
    {
        Write(Saying("hello"));
        await _workspace.DoAsync("guest.say");

        Write(Saying("salut").Replace("guest.say", "other.say", StringComparison.Ordinal));
        await ReloadAsync(On);

        _workspace.StateOf("guest").ShouldBe(PluginState.Refused);
        _workspace.Runtime.Running.ShouldBeEmpty();

        Write(Saying("ciao"));
        await ReloadAsync(On);
        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"ciao");
    }

    [Fact]
    public async Task Should_Say_That_The_New_One_Cannot_Be_Activated_And_Try_The_Next_Build()
    {
        Write(Saying("hello"));
        await _workspace.DoAsync("guest.say");

        Write(Saying("salut", "throw new InvalidOperationException(\"no milk\");"));
        await ReloadAsync(On);
        _workspace.StateOf("guest").ShouldBe(PluginState.Faulted);
        _workspace.Engine.Faults.All.ShouldHaveSingleItem().ToString().ShouldStartWith("guest threw InvalidOperationException: no milk, in activation (Plugin.cs:");

        Write(Saying("ciao"));
        await ReloadAsync(On);
        _workspace.StateOf("guest").ShouldBe(PluginState.Active);
    }

    [Fact]
    public async Task Should_Swap_What_Is_In_Use_At_Once_With_All_That_Is_New_In_It()
    {
        Write(Saying("hello"));
        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");

        Write(Saying("salut").Replace("public string Say", "[Command(\"guest.more\", \"More\")] public string More() => \"more\";\n    public string Say", StringComparison.Ordinal)
            .Replace("[Command(\"guest.say\", \"Say\")]\n", "", StringComparison.Ordinal));
        (await ReloadAsync(On)).ShouldBeOfType<WorkspaceTaken>().Swapped.ShouldBe(["guest"]);

        _workspace.StateOf("guest").ShouldBe(PluginState.Active);
        (await _workspace.DoAsync("guest.more")).ShouldBe((Value)"more");
        (await Should.ThrowAsync<WrongUseException>(() => _workspace.DoAsync("guest.say"))).Message.ShouldStartWith("There is no command \"guest.say\".");
        _workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Load_What_Nobody_Has_Used()
    {
        Write(Saying("hello"));
        _ = _workspace.Engine;

        Write(Saying("salut"));
        (await ReloadAsync(On)).ShouldBeOfType<WorkspaceTaken>().Swapped.ShouldBe(["guest"]);

        _workspace.StateOf("guest").ShouldBe(PluginState.Ready);
    }

    [Fact]
    public async Task Should_Swap_A_Plugin_That_Is_The_Same_Where_A_Person_Asks()
    {
        Write(Saying("hello"));
        await _workspace.DoAsync("guest.say");
        var before = _workspace.Runtime.FindRunning("guest")!.Known;

        await SettledAsync(_workspace.Engine.ReloadAsync("guest", CancellationToken.None));

        _workspace.StateOf("guest").ShouldBe(PluginState.Active);
        _workspace.Runtime.FindRunning("guest")!.Known.ShouldNotBeSameAs(before);
    }

    [Fact]
    public async Task Should_Load_From_A_Copy_So_That_A_Build_Can_Write_Over_The_File()
    {
        Write(Saying("hello"));
        await _workspace.DoAsync("guest.say");

        _workspace.Runtime.FindRunning("guest")!.Assembly.Location.ShouldContain(Path.Combine("cache", "shadow", "guest"));
        File.WriteAllText(Path.Combine(_workspace.Root, "..", "mine", "guest", "Test.guest.dll"), "a build writes here");

        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
    }

    [Fact]
    public async Task Should_Start_And_End_Background_Services_With_Their_Plugins()
    {
        // Given
        Write(Working("first"));
        _ = _workspace.Engine;
        await ReloadAsync("plugins: { guest: off }");
        var serving = Serve();
        await _workspace.PauseAsync();
        Told.ShouldBeEmpty();

        // When, then
        await ReloadAsync(On);
        await _workspace.UntilAsync(() => Told.Length == 1);
        Told[^1].ShouldBe("guest.work started: first");
        await _workspace.InsideAsync("guest");

        Write(Working("second").Replace("WorkAsync", "AnotherAsync", StringComparison.Ordinal));
        await ReloadAsync(On);
        await _workspace.UntilAsync(() => Told[^1].EndsWith("started: second", StringComparison.Ordinal));
        await _workspace.InsideAsync("guest");

        await ReloadAsync("plugins: { guest: off }");
        await _workspace.UntilAsync(() => Told[^1] == "guest.work stopped");
        _workspace.StateOf("guest").ShouldBe(PluginState.Off);

        await ReloadAsync(On);
        await _workspace.UntilAsync(() => Told[^1].EndsWith("started: second", StringComparison.Ordinal));
        await _stop.CancelAsync();
        await _workspace.AdvanceUntilAsync(serving, TimeSpan.FromMilliseconds(25));
        _workspace.Engine.Faults.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Try_A_Service_At_Once_When_Its_Plugin_Is_Another_One()
    {
        Write(Working("first").Replace("await Task", "throw new InvalidOperationException(\"no milk\"); await Task", StringComparison.Ordinal));
        var serving = Serve();
        await _workspace.AdvanceUntilAsync(_workspace.UntilAsync(() => Told.Count(line => line.Contains("no milk", StringComparison.Ordinal)) == 5), TimeSpan.FromMilliseconds(500));

        Write(Working("mended"));
        await ReloadAsync(On);

        await _workspace.UntilAsync(() => Told[^1] == "guest.work started: mended");
        await _workspace.InsideAsync("guest");
        await _stop.CancelAsync();
        await _workspace.AdvanceUntilAsync(serving, TimeSpan.FromMilliseconds(25));
    }

    [Fact]
    public async Task Should_Run_The_New_Service_Where_The_Old_One_Does_Not_Obey()
    {
        // Given
        Write(Working("first").Replace("host.Clock, cancel", "host.Clock, CancellationToken.None", StringComparison.Ordinal));
        var serving = Serve();
        await _workspace.InsideAsync("guest");

        // When
        Write(Working("second"));
        await ReloadAsync(On);

        // Then
        await _workspace.AdvanceUntilAsync(_workspace.UntilAsync(() => Told[^1] == "guest.work started: second"), TimeSpan.FromMilliseconds(250));
        Told.ShouldContain("guest.work did not stop when its plugin left, and ends with this program");
        await _stop.CancelAsync();
        await _workspace.AdvanceUntilAsync(serving, TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public async Task Should_Give_Scripts_The_Globals_Of_Plugins_That_Come_And_Go()
    {
        const string Source = """
            public sealed class Guest : Plugin
            {
                [ScriptGlobal("Milk", "How much milk there is.")]
                public Record Milk(IScript script) => Record.Of(("litres", 3));
            }
            """;
        Write(Source);
        Globals().ShouldContain("Milk");
        await ReloadAsync("plugins: { guest: off }");
        Globals().ShouldNotContain("Milk");

        await ReloadAsync(On);
        Globals().ShouldContain("Milk");

        Write(Source.Replace("Milk", "Cream", StringComparison.Ordinal));
        await ReloadAsync(On);
        Globals().ShouldContain("Cream");
        Globals().ShouldNotContain("Milk");

        IEnumerable<string> Globals() => _workspace.Engine.Scripts.Globals.Select(global => global.Name);
    }

    [Fact]
    public async Task Should_Go_On_With_The_Old_One_When_Its_Contract_Is_Another_Build()
    {
        // Given
        var name = $"Test.Shelf{Environment.TickCount64}";
        var folder = Path.Combine(_workspace.Root, "..", "mine", "guest");
        var contract = TestPlugin.Assembly(folder, name, "namespace Shelf; public record Bread(string Name);");
        var source = """
            public sealed class Guest : Plugin
            {
                [Command("guest.say", "Say")]
                public string Say() => new Shelf.Bread("rye").Name + " 1";
            }
            """;
        Write(source, $"contracts: [{name}.dll]", contract);
        await _workspace.DoAsync("guest.say");

        // When
        TestPlugin.Assembly(folder, name, "namespace Shelf; public record Bread(string Name) { public int Weight { get; init; } }");
        Write(source.Replace(" 1", " 2", StringComparison.Ordinal), $"contracts: [{name}.dll]", contract);
        var taken = (await ReloadAsync(On)).ShouldBeOfType<WorkspaceTaken>();

        // Then
        taken.StaleContracts.ShouldBe([name]);
        taken.Swapped.ShouldBeEmpty();
        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"rye 1");
    }

    [Fact]
    public async Task Should_Swap_A_Plugin_Whose_Contract_Is_The_Same_Build()
    {
        var name = $"Test.Shelf{Environment.TickCount64}b";
        var folder = Path.Combine(_workspace.Root, "..", "mine", "guest");
        var contract = TestPlugin.Assembly(folder, name, "namespace Shelf; public record Bread(string Name);");
        var source = """
            public sealed class Guest : Plugin
            {
                [Command("guest.say", "Say")]
                public string Say() => new Shelf.Bread("rye").Name + " 1";
            }
            """;
        Write(source, $"contracts: [{name}.dll]", contract);
        await _workspace.DoAsync("guest.say");

        Write(source.Replace(" 1", " 2", StringComparison.Ordinal), $"contracts: [{name}.dll]", contract);
        var taken = (await ReloadAsync(On)).ShouldBeOfType<WorkspaceTaken>();

        taken.StaleContracts.ShouldBeEmpty();
        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"rye 2");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _workspace.DisposeAsync();
        _stop.Dispose();
    }

    private string[] Told
    {
        get
        {
            lock (_told)
                return [.. _told];
        }
    }

    private static string Saying(string word, string activation = "") => $$"""
        public sealed class Guest : Plugin
        {
            public override Task ActivateAsync(IHost host, CancellationToken cancel)
            {
                {{activation}}
                return Task.CompletedTask;
            }

            [Command("guest.say", "Say")]
            public string Say() => "{{word}}";
        }
        """;

    private static string Working(string title) => $$"""
        public sealed class Guest : Plugin
        {
            [BackgroundService("guest.work", "{{title}}")]
            public async Task WorkAsync(IHost host, CancellationToken cancel)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, host.Clock, cancel);
            }
        }
        """;

    private void Write(string source, string manifest = "", params string[] references) =>
        TestPlugin.Write(Path.Combine(_workspace.Root, "..", "mine"), "guest", source, manifest, references);

    private Task Serve()
    {
        _workspace.Engine.Background.Changed += change =>
        {
            lock (_told)
                _told.Add(change.ToString());
        };
        return _workspace.Engine.Background.RunAsync(_stop.Token);
    }

    private async Task<WorkspaceReload> ReloadAsync(string text)
    {
        _workspace.Write("plugins.yaml", text);
        return await SettledAsync(_workspace.Engine.ReloadAsync(CancellationToken.None));
    }

    private async Task<T> SettledAsync<T>(Task<T> call)
    {
        await _workspace.AdvanceUntilAsync(call, TimeSpan.FromMilliseconds(25));
        return await call;
    }
}
