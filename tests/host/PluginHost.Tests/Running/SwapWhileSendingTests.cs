using System.Collections.Concurrent;
using PluginHost.Engine;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Trust;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;
using PluginHost.Testing;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Tests.Running;

/// <summary>A plugin is swapped while a post is on its way: it is there once, and its row says what became of it.</summary>
public sealed class SwapWhileSendingTests : IAsyncDisposable
{
    // What arrives at the other side is there before the answer is, as with any network.
    private const string Source = """
        public sealed class SlowPlugin : Plugin
        {
            [Network("slow", "Slow")]
            public Network Network(IHost host) => new SlowNetwork(host.Clock);
        }

        internal sealed class SlowNetwork(TimeProvider clock) : Network
        {
            public override LookUp? LookUp => new SlowLookUp();

            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
                Task.FromResult(new NetworkRules { Limit = 300, Source = "a test" });

            public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
            {
                var sent = new Sent { RemoteId = key.Value, At = clock.GetUtcNow() };
                ((System.Collections.Concurrent.ConcurrentQueue<string>)AppContext.GetData("swap.arrived")!).Enqueue($"{key.Value} {sent.At:O}");
                while (AppContext.GetData("swap.answers") is null)
                    await Task.Delay(TimeSpan.FromMilliseconds(10), clock, cancel);

                return sent;
            }
        }

        internal sealed class SlowLookUp : LookUp
        {
            public override Task<LookUpResult> FindAsync(Outgoing post, SendKey key, DateTimeOffset since, CancellationToken cancel)
            {
                foreach (var arrived in (System.Collections.Concurrent.ConcurrentQueue<string>)AppContext.GetData("swap.arrived")!)
                {
                    if (arrived.Split(' ') is [var id, var at] && id == key.Value)
                        return Task.FromResult<LookUpResult>(new Found { Sent = new Sent { RemoteId = id, At = DateTimeOffset.Parse(at) } });
                }

                return Task.FromResult<LookUpResult>(new NotThere());
            }
        }
        """;

    private readonly TestFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly ConcurrentQueue<string> _arrived = new();
    private readonly Engine.Engine _engine;

    public SwapWhileSendingTests()
    {
        AppContext.SetData("swap.arrived", _arrived);
        AppContext.SetData("swap.answers", null);
        TestPlugin.Write(Path.Combine(_folder.Path, "plugins"), "slow", Source);
        var opened = Engine.Engine.Open(new EngineOptions
        {
            WorkspaceFile = _folder.Write("workspace/plugins.yaml", """
                plugins:
                  posting:
                  slow: { path: ../plugins/slow }
                profiles:
                  "@one": { network: slow }

                """),
            User = UserFolders.Under(Path.Combine(_folder.Path, "user")),
            BundledPlugins = Path.Combine(Path.GetDirectoryName(ProgramRun.Program)!, "plugins"),
            Person = new Workbench.Asking.ScreenPerson(),
            Given = GivenTrust.Everything,
            Clock = _clock,
            Unloadable = true,
        });
        _engine = opened is EngineOpened { Engine: var engine } ? engine : throw new InvalidOperationException($"{opened}");
    }

    [Theory]
    [InlineData("posting")]
    [InlineData("slow")]
    public async Task Should_Find_Out_What_Became_Of_A_Post_Whose_Answer_Never_Came(string swapped)
    {
        // Given
        var publishing = await SendingAsync();

        // When
        await SwapAsync(swapped);
        await EndedAsync(publishing);

        // Then
        AppContext.SetData("swap.answers", true);
        using var stop = new CancellationTokenSource();
        var serving = _engine.ServeAsync(stop.Token);
        var states = "";
        await UntilAsync(async () => (states = await OutboxAsync()) == "sent", TimeSpan.FromSeconds(1));
        await stop.CancelAsync();
        await EndedAsync(serving);
        _arrived.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("posting")]
    [InlineData("slow")]
    public async Task Should_Wait_For_An_Answer_That_Comes_In_Time(string swapped)
    {
        var publishing = await SendingAsync();

        var swapping = _engine.ReloadAsync(swapped, CancellationToken.None);
        AppContext.SetData("swap.answers", true);
        await UntilAsync(() => Task.FromResult(swapping.IsCompleted && publishing.IsCompleted), TimeSpan.FromMilliseconds(10));
        await swapping;

        using var stop = new CancellationTokenSource();
        var serving = _engine.ServeAsync(stop.Token);
        await UntilAsync(async () => await OutboxAsync() == "sent", TimeSpan.FromSeconds(1));
        await stop.CancelAsync();
        await EndedAsync(serving);
        _arrived.Count.ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        AppContext.SetData("swap.answers", true);
        await EndedAsync(_engine.DisposeAsync().AsTask());
        _folder.Dispose();
    }

    private async Task<Task> SendingAsync()
    {
        var publishing = _engine.Commands.RunAsync("posting.publish", Record.Of(("profile", "@one"), ("text", "Milk is back.")), CancellationToken.None);
        await UntilAsync(() => Task.FromResult(!_arrived.IsEmpty), TimeSpan.Zero);
        return publishing;
    }

    private async Task SwapAsync(string plugin)
    {
        var swapping = _engine.ReloadAsync(plugin, CancellationToken.None);
        await EndedAsync(swapping);
        (await swapping).ShouldBeOfType<WorkspaceTaken>().Swapped.ShouldBe([plugin]);
    }

    private async Task<string> OutboxAsync()
    {
        var shown = await _engine.Commands.RunAsync("posting.outbox", Record.Empty, CancellationToken.None);
        return shown is Table table ? string.Join(", ", table.Rows.Select(row => row["state"].ToString())) : shown.ToString();
    }

    // However it ends: what was asked of a plugin that leaves may be refused.
    private Task EndedAsync(Task call) => UntilAsync(() => Task.FromResult(call.IsCompleted), TimeSpan.FromMilliseconds(500));

    private async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan step)
    {
        for (var pause = 0; !await isSo(); pause++)
        {
            if (pause == 3_000)
                throw new TimeoutException("What the test waits for did not happen within a minute.");

            _clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, CancellationToken.None);
        }
    }
}
