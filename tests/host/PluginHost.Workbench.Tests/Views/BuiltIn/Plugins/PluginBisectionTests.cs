using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Tests.Fixtures;

namespace PluginHost.Workbench.Tests.Views.BuiltIn.Plugins;

public sealed class PluginBisectionTests : IAsyncDisposable
{
    private const string Question = "is the trouble still there?";

    private readonly TestBench _bench = new TestBench { HasBuiltIn = true }.With("a", Source("a")).With("b", Source("b")).With("c", Source("c")).With("d", Source("d"));

    private string? Asked => _bench.Workbench.Toasts.FirstOrDefault(toast => toast.Text.EndsWith(Question, StringComparison.Ordinal))?.Text;

    private List<string> Usable => [.. _bench.Engine.Plugins.Usable.Select(plugin => plugin.Id)];

    [Fact]
    public async Task Should_Name_Who_Makes_A_Trouble_Together_And_Switch_Everything_On_Again()
    {
        // Given
        var file = await BeginAsync("");

        // When
        for (var last = ""; ;)
        {
            await _bench.UntilAsync(() => (Asked is { } asked && asked != last) || Tells("The trouble needs"));
            if (Asked is not { } next || next == last)
                break;

            last = next;
            Usable.ShouldNotBe(["a", "b", "c", "d"]);
            Run(Usable.Contains("b") && Usable.Contains("d") ? "workbench.plugins.bisectStill" : "workbench.plugins.bisectGone");
        }

        // Then
        Tells("The trouble needs b together with d. All plugins are on again.").ShouldBeTrue();
        await _bench.UntilAsync(() => Usable.Count == 4);
        System.IO.File.ReadAllText(_bench.File).ShouldBe(file);
    }

    [Fact]
    public async Task Should_Take_A_Running_Plugin_Out_Live_And_Never_One_That_Is_To_Stay()
    {
        await _bench.Engine.ActivateAsync("c", CancellationToken.None);

        await BeginAsync("a, b");

        await _bench.UntilAsync(() => Asked is not null);
        Asked.ShouldBe($"Without c, d: {Question}");
        Usable.ShouldBe(["a", "b"]);
        _bench.Engine.StateOf(_bench.Engine.Plugins.Find("c")!).ShouldBe(PluginState.Refused);
        (await Should.ThrowAsync<PluginHostException>(() => _bench.Engine.ActivateAsync("c", CancellationToken.None))).Message
            .ShouldBe("c cannot be used: it is set aside for the time of a bisection.");
        Run("workbench.plugins.bisectStop");
        await _bench.UntilAsync(() => Usable.Count == 4);
    }

    [Fact]
    public async Task Should_Switch_Everything_On_Again_When_It_Is_Stopped()
    {
        await BeginAsync("");
        await _bench.UntilAsync(() => Asked is not null);

        Run("workbench.plugins.bisectStop");

        await _bench.UntilAsync(() => Usable.Count == 4 && Asked is null);
        Run("workbench.plugins.bisectGone");
        Tells("Nobody is asking: no bisection is under way.").ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Say_So_When_It_Is_None_Of_Them()
    {
        await BeginAsync("");
        await _bench.UntilAsync(() => Asked is not null);
        Asked.ShouldBe($"Without a, b, c, d: {Question}");

        Run("workbench.plugins.bisectStill");

        await _bench.UntilAsync(() => Tells("The trouble is there without any of them too"));
        await _bench.UntilAsync(() => Usable.Count == 4);
    }

    [Fact]
    public async Task Should_Ask_Whether_Another_Plugin_Was_Meant_To_Stay_On()
    {
        await _bench.UntilAsync(() => Usable.Count == 4);
        Run("workbench.plugins.bisect");
        await _bench.ShowsAsync("Which plugins have to stay on?");
        _bench.Type("aa");

        _bench.Press("enter");

        await _bench.ShowsAsync("aa");
        await _bench.UntilAsync(() => Tells("Did you mean \"a\"?"));
        Usable.Count.ShouldBe(4);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static string Source(string id) =>
        $$"""public sealed class Guest : Plugin { [Command("{{id}}.say", "{{id}}: Say")] public string Say() => "hello"; }""";

    private async Task<string> BeginAsync(string keep)
    {
        _bench.Frame();
        _bench.Frame();
        var file = await System.IO.File.ReadAllTextAsync(_bench.File);
        Run("workbench.plugins.bisect");
        await _bench.ShowsAsync("Which plugins have to stay on?");
        _bench.Type(keep);
        _bench.Press("enter");
        return file;
    }

    private void Run(string command) => _bench.Workbench.OnCommand(new CommandCall { Id = command });

    private bool Tells(string text) => _bench.Workbench.Toasts.Any(toast => toast.Text.Contains(text, StringComparison.Ordinal));
}
