using System.Collections.Concurrent;
using PluginHost.Engine.Plugins.Developing;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Developing;

/// <summary>An author saves; the compiler of the tests stands in for <c>dotnet build</c>.</summary>
public sealed class HotReloadTests : IAsyncDisposable
{
    private readonly TestWorkspace _workspace = new();
    private readonly CancellationTokenSource _leave = new();
    private readonly ConcurrentQueue<DevelopmentChange> _changes = new();
    private readonly List<Task> _builds = [];
    private bool _isTrusted = true;
    private Task _running = Task.CompletedTask;

    private string Folder => Path.GetFullPath(Path.Combine(_workspace.Root, "..", "mine", "guest"));

    [Fact]
    public async Task Should_Keep_The_Old_One_And_Name_The_Line_When_The_Source_Does_Not_Build()
    {
        await BeginAsync();

        Save("#error no milk");
        var failed = await ChangeAsync(DevelopmentState.Failed);

        failed.ToString().ShouldBe("guest does not build, and goes on as it was: Plugin.cs(3): CS1029: no milk");
        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"hello");
        _workspace.StateOf("guest").ShouldBe(PluginState.Active);
        _workspace.Engine.Output.Lines.ShouldContain(line => line.Source == "guest" && line.Severity == Severity.Error && line.Text == "Plugin.cs(3): CS1029: no milk");
    }

    [Fact]
    public async Task Should_Swap_What_Builds_After_It_Did_Not()
    {
        await BeginAsync();
        Save("#error no milk");
        await ChangeAsync(DevelopmentState.Failed);

        Save(Saying("salut"));
        var swapped = await ChangeAsync(DevelopmentState.Swapped);

        swapped.ToString().ShouldStartWith("guest was built in ");
        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"salut");
        _workspace.StateOf("guest").ShouldBe(PluginState.Active);
    }

    [Fact]
    public async Task Should_Say_That_What_Was_Built_Cannot_Be_Used_And_Take_The_Next()
    {
        await BeginAsync();

        Save(Saying("salut").Replace("guest.say", "other.say", StringComparison.Ordinal));
        (await ChangeAsync(DevelopmentState.Refused)).ToString().ShouldStartWith("guest was built, and cannot be used: ");

        Save(Saying("ciao"));
        await ChangeAsync(DevelopmentState.Swapped);
        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"ciao");
    }

    [Fact]
    public async Task Should_End_A_Build_That_Is_Overtaken_And_Build_The_Newest()
    {
        await BeginAsync();

        Save("// wait\n" + Saying("old"));
        await SettledAsync(() => _builds.Count == 1);
        Save(Saying("newest"));
        await ChangeAsync(DevelopmentState.Swapped);

        _builds[0].IsCanceled.ShouldBeTrue();
        _builds.Count.ShouldBe(2);
        (await _workspace.DoAsync("guest.say")).ShouldBe((Value)"newest");
        _changes.Count(change => change.State == DevelopmentState.Swapped).ShouldBe(1);
    }

    [Fact]
    public async Task Should_End_A_Build_When_The_Person_Leaves()
    {
        await BeginAsync();
        Save("// wait\n" + Saying("old"));
        await SettledAsync(() => _builds.Count == 1);

        await _leave.CancelAsync();
        await _workspace.AdvanceUntilAsync(_running, TimeSpan.FromMilliseconds(25));

        _builds[0].IsCanceled.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Build_Nothing_Of_A_Workspace_That_Is_Not_Trusted()
    {
        _isTrusted = false;
        var reload = await BeginAsync();

        reload.Watched.ShouldBeEmpty();

        // It is trusted under the open screen.
        _isTrusted = true;
        await ReloadAsync();
        reload.Watched.ShouldBe(["guest"]);
        Save(Saying("salut"));
        await ChangeAsync(DevelopmentState.Swapped);
    }

    [Fact]
    public async Task Should_Follow_What_The_File_Names()
    {
        var reload = await BeginAsync();
        reload.Watched.ShouldBe(["guest"]);

        _workspace.Write("plugins.yaml", "plugins: { guest: off }");
        await ReloadAsync();
        reload.Watched.ShouldBeEmpty();

        _workspace.Write("plugins.yaml", "plugins: { guest: { path: ../mine/guest } }");
        await ReloadAsync();
        reload.Watched.ShouldBe(["guest"]);
    }

    [Fact]
    public async Task Should_Leave_A_Folder_Alone_In_Which_No_Project_Can_Be_Told_From_Others()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "another.csproj"), "");

        (await BeginAsync()).Watched.ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        // A swap that has begun is ended, and unloading goes by the clock.
        await _leave.CancelAsync();
        await _workspace.AdvanceUntilAsync(_running, TimeSpan.FromMilliseconds(25));
        await _workspace.DisposeAsync();
        _leave.Dispose();
    }

    private static string Saying(string word) => $$"""
        public sealed class Guest : Plugin
        {
            [Command("guest.say", "Say")]
            public string Say() => "{{word}}";
        }
        """;

    private async Task<HotReload> BeginAsync()
    {
        TestPlugin.Write(Path.GetDirectoryName(Folder)!, "guest", Saying("hello"));
        await File.WriteAllTextAsync(Path.Combine(Folder, "guest.csproj"), "");
        Save(Saying("hello"));
        _workspace.NamingLine("guest: { path: ../mine/guest }");
        await _workspace.DoAsync("guest.say");
        var reload = new HotReload(_workspace.Runtime, () => _isTrusted, _workspace.Engine.ReloadAsync, BuildAsync, _workspace.Engine.Output, _workspace.Clock);
        reload.Changed += _changes.Enqueue;
        _running = reload.RunAsync(_leave.Token);
        return reload;
    }

    private void Save(string source) => File.WriteAllText(Path.Combine(Folder, "Plugin.cs"), source);

    private Task<BuildEnd> BuildAsync(string project, Action<string> hear, CancellationToken cancel)
    {
        var build = MakeAsync(project, hear, cancel);
        _builds.Add(build);
        return build;
    }

    private static async Task<BuildEnd> MakeAsync(string project, Action<string> hear, CancellationToken cancel)
    {
        var folder = Path.GetDirectoryName(project)!;
        var source = await File.ReadAllTextAsync(Path.Combine(folder, "Plugin.cs"), cancel);
        if (source.StartsWith("// wait", StringComparison.Ordinal))
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);

        if (source.StartsWith("#error", StringComparison.Ordinal))
        {
            hear($"{folder}/Plugin.cs(3,1): error CS1029: no milk [{project}]");
            return new BuildEnd(false, "");
        }

        // The assembly alone: plugin.yaml is a source, and would be built anew.
        TestPlugin.Assembly(folder, "Test.guest", source);
        return new BuildEnd(true, "");
    }

    private async Task ReloadAsync()
    {
        var reloading = _workspace.Engine.ReloadAsync(CancellationToken.None);
        await _workspace.AdvanceUntilAsync(reloading, TimeSpan.FromMilliseconds(25));
        await reloading;
    }

    private async Task<DevelopmentChange> ChangeAsync(DevelopmentState state)
    {
        var before = _changes.Count(change => change.State == state);
        await SettledAsync(() => _changes.Count(change => change.State == state) > before);
        return _changes.Last(change => change.State == state);
    }

    // The clock moves on, so that the sources are looked at, and what settles settles.
    private Task SettledAsync(Func<bool> isSo) => _workspace.UntilAsync(() =>
    {
        _workspace.Clock.Advance(TimeSpan.FromMilliseconds(50));
        return isSo();
    });
}
