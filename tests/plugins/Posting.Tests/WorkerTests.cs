using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

public sealed class WorkerTests : IDisposable
{
    private readonly Workshop _workshop = new();
    private readonly CancellationTokenSource _stop = new();

    [Fact(Timeout = 60_000)]
    public async Task Should_Send_What_Is_Planned_When_Its_Time_Has_Come()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var at = _workshop.Clock.GetUtcNow().AddMinutes(1);
        await plugin.PlanAsync(host, "@telco", "Hello", at, CancellationToken.None);

        // When
        var working = Work(plugin, host);
        await _workshop.UntilAsync(() => _workshop.Network.Arrived.Count > 0);
        await StopAsync(working);

        // Then
        _workshop.Clock.GetUtcNow().ShouldBeInRange(at, at.AddSeconds(20));
        _workshop.Network.Arrived.ShouldHaveSingleItem().Post.PlannedAt.ShouldBe(at);
        _workshop.States().ShouldBe(["sent"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Hear_At_Once_Of_What_This_Process_Plans_And_Soon_Of_What_Others_Plan()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var (other, elsewhere) = await _workshop.StartAsync();
        var working = Work(plugin, host);
        await _workshop.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);

        // When: no time passes here.
        await plugin.PlanAsync(host, "@telco", "here", _workshop.Clock.GetUtcNow(), CancellationToken.None);
        while (!_workshop.States().SequenceEqual(["sent"]))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);

        await other.PlanAsync(elsewhere, "@telco", "there", _workshop.Clock.GetUtcNow(), CancellationToken.None);
        await _workshop.UntilAsync(() => _workshop.States().All(state => state == "sent"));
        await StopAsync(working);

        // Then
        _workshop.Network.Arrived.Select(arrived => arrived.Post.Text).ShouldBe(["here", "there"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Send_On_Several_Profiles_At_Once_And_On_Each_In_Order()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        for (var post = 0; post < 5; post++)
            _workshop.Leave(("@telco", "scheduled"), ("@telco_nb", "scheduled"));

        var gate = new Lock();
        var inside = new Dictionary<string, int>();
        var most = 0;
        var bothInside = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _workshop.Network.OnSend = async (post, _, _) =>
        {
            lock (gate)
            {
                inside[post.Profile.Name] = inside.GetValueOrDefault(post.Profile.Name) + 1;
                inside[post.Profile.Name].ShouldBe(1);
                most = Math.Max(most, inside.Values.Sum());
                if (most == 2)
                    bothInside.TrySetResult();
            }

            await bothInside.Task;
            lock (gate)
                inside[post.Profile.Name]--;

            return _workshop.Network.Publish(post);
        };

        // When
        var working = Work(plugin, host);
        await _workshop.UntilAsync(() => _workshop.States().All(state => state == "sent"));
        await StopAsync(working);

        // Then
        most.ShouldBe(2);
        _workshop.Network.Arrived.Where(arrived => arrived.Post.Profile.Name == "@telco").Select(arrived => arrived.Key.Value)
            .ShouldBe(["key-1-0", "key-2-0", "key-3-0", "key-4-0", "key-5-0"]);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("1")]
    [InlineData("7")]
    public async Task Should_Send_Each_Target_Once_When_Several_Workers_Serve_The_Workspace(string batch)
    {
        // Given
        _workshop.Settings["batch"] = batch;
        var processes = new[] { await _workshop.StartAsync(), await _workshop.StartAsync(), await _workshop.StartAsync() };
        for (var post = 0; post < 20; post++)
            _workshop.Leave(("@telco", "scheduled"), ("@telco_help", "scheduled"), ("@telco_nb", "scheduled"));

        // When
        var working = processes.Select(process => Work(process.Plugin, process.Host)).ToList();
        await _workshop.UntilAsync(() => _workshop.States().All(state => state == "sent"));
        await _stop.CancelAsync();
        await Task.WhenAll(working);

        // Then
        _workshop.Network.Arrived.Count.ShouldBe(60);
        _workshop.Network.Arrived.Select(arrived => arrived.Key.Value).Distinct().Count().ShouldBe(60);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Hold_What_Became_Late_While_Nobody_Was_There()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"), ("@telco_help", "leased"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(30));
        _workshop.Leave(("@telco_nb", "scheduled"));
        _workshop.Clock.Advance(TimeSpan.FromMinutes(31));

        // When
        var working = Work(plugin, host);
        await _workshop.UntilAsync(() => _workshop.Network.Arrived.Count > 0);
        await StopAsync(working);
        var held = _workshop.States();
        var reasons = _workshop.Reasons();
        await plugin.SendAsync(host, CancellationToken.None);

        // Then
        held.ShouldBe(["scheduled", "scheduled", "sent"]);
        reasons[0].ShouldBe(Outbox.TooLate);
        reasons[1].ShouldBe(Outbox.TooLate);
        _workshop.States().ShouldAllBe(state => state == "sent");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Not_Call_Late_What_Had_To_Wait_Although_Somebody_Was_There()
    {
        // Given: the network wants the first later than an hour.
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"), ("@telco_nb", "scheduled"));
        var begin = _workshop.Clock.GetUtcNow();
        _workshop.Network.OnSend = (post, key, _) => Task.FromResult(key.Attempt == 1
            ? new TryLater { Reason = "too many", NotBefore = begin.AddMinutes(2), RateLimit = new RateLimit { Remaining = 0, ResetsAt = begin.AddMinutes(2) } }
            : _workshop.Network.Publish(post));

        // When
        var working = Work(plugin, host);
        await _workshop.UntilAsync(() => _workshop.States().All(state => state == "sent"));
        await StopAsync(working);

        // Then
        _workshop.Network.Arrived.Count.ShouldBe(4);
        _workshop.Column("held_at").ShouldAllBe(held => held == DBNull.Value);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Wait_For_The_Limit_Of_A_Profile_And_Go_On_With_The_Others()
    {
        // Given: another process has learned that nothing more goes out on one profile.
        var (plugin, host) = await _workshop.StartAsync();
        var resets = _workshop.Clock.GetUtcNow().AddSeconds(30);
        _workshop.Database.Query($"insert into posting_limit values ('@telco', 0, {resets.ToUnixTimeMilliseconds()}, 0)");
        _workshop.Leave(("@telco", "scheduled"), ("@telco_nb", "scheduled"));

        // When
        var working = Work(plugin, host);
        await _workshop.UntilAsync(() => _workshop.States()[1] == "sent");
        var state = _workshop.States()[0];
        await _workshop.UntilAsync(() => _workshop.States()[0] == "sent");
        await StopAsync(working);

        // Then
        state.ShouldBe("scheduled");
        _workshop.Clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(resets);
        _workshop.Column("reason").ShouldBe(["", ""]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Look_Into_What_A_Dead_Process_Left()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "sending"), ("@telco_help", "leased"), ("@telco_nb", "unknown"));
        _workshop.Network.OnLookUp = (post, _, _) => post.Profile.Name == "@telco"
            ? new Found { Sent = new Sent { RemoteId = "there", At = _workshop.Clock.GetUtcNow() } }
            : new NotThere();

        // When
        var working = Work(plugin, host);
        await _workshop.UntilAsync(() => _workshop.States().All(state => state == "sent"));
        await StopAsync(working);

        // Then
        _workshop.Network.Arrived.Select(arrived => arrived.Key.Value).Order().ShouldBe(["key-1-1", "key-1-2"]);
        host.Screen.Items["posting.unsure"].ShouldBe("");
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Try_Again_Later_And_Later_When_A_Network_Cannot_Be_Used()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        _workshop.Leave(("@telco", "scheduled"));
        _workshop.Network.RulesFault = new PluginHostException("Out of order.");

        // When
        var working = Work(plugin, host);
        await _workshop.UntilAsync(() => (long)_workshop.Column("tries")[0] == 3);
        var reason = _workshop.Reasons()[0];
        _workshop.Network.RulesFault = null;
        await _workshop.UntilAsync(() => _workshop.States()[0] == "sent");
        await StopAsync(working);

        // Then
        reason.ShouldContain("Out of order.");
        _workshop.Network.Arrived.ShouldHaveSingleItem().Key.Attempt.ShouldBe(1);
    }

    [Fact(Timeout = 60_000)]
    public async Task Should_Only_Look_Once_A_Second_While_Nothing_Is_Due()
    {
        // Given
        var (plugin, host) = await _workshop.StartAsync();
        var working = Work(plugin, host);
        await _workshop.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        var before = (host.Store.Statements, host.Store.RelaxedCommits);

        // When
        for (var second = 0; second < 5; second++)
        {
            _workshop.Clock.Advance(TimeSpan.FromSeconds(1));
            await _workshop.Clock.WaitForTimerAsync(TestContext.Current.CancellationToken);
        }

        // Then: it reads, and takes no turn at writing.
        (host.Store.Statements - before.Statements).ShouldBe(5);
        host.Store.RelaxedCommits.ShouldBe(before.RelaxedCommits);
        await StopAsync(working);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _workshop.Dispose();
    }

    private Task Work(PostingPlugin plugin, FakeHost host) => Task.Run(() => plugin.WorkAsync(host, _stop.Token));

    private async Task StopAsync(Task working)
    {
        await _stop.CancelAsync();
        await working;
    }
}
