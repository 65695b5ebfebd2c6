using PluginHost.Engine.Store;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets;

/// <summary>On both databases; see the two classes that end in its name. Each vault has a store of its own, as another process would.</summary>
public abstract class RenewalTests(StoreDialect dialect)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Use_A_Token_Once_When_Many_Processes_Renew_It()
    {
        await using var bench = new VaultBench(dialect);
        await bench.Vault().WriteAsync("bluesky", "s", "0", Cancel);
        var used = new List<string?>();

        // When: each takes it that the token it has seen, "0", is to be replaced.
        var renewing = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bench.Vault().RenewAsync("bluesky", "s", kept =>
        {
            if (kept != "0")
                return Task.FromResult(kept);

            lock (used)
                used.Add(kept);

            return Task.FromResult<string?>("1");
        }, Cancel)));
        await AdvanceUntilAsync(bench, renewing);

        // Then
        (await renewing).ShouldAllBe(kept => kept == "1");
        used.ShouldBe(["0"]);
    }

    [Fact]
    public async Task Should_Wait_For_A_Renewal_Under_Way_And_Then_See_What_It_Brought()
    {
        await using var bench = new VaultBench(dialect);
        var (one, other) = (bench.Vault(), bench.Vault());
        await one.WriteAsync("bluesky", "s", "old", Cancel);
        var answer = new TaskCompletionSource<string?>();
        var inside = new TaskCompletionSource();
        var first = one.RenewAsync("bluesky", "s", _ =>
        {
            inside.SetResult();
            return answer.Task;
        }, Cancel);
        await inside.Task;

        // When
        var second = other.RenewAsync("bluesky", "s", Task.FromResult, Cancel);
        await bench.Clock.WaitForTimerAsync(Cancel);
        second.IsCompleted.ShouldBeFalse();
        (await other.ReadAsync("bluesky", "s", Cancel)).ShouldBe("old");
        answer.SetResult("new");
        (await first).ShouldBe("new");
        await AdvanceUntilAsync(bench, second);

        // Then
        (await second).ShouldBe("new");
    }

    [Fact]
    public async Task Should_Go_On_After_A_Minute_Where_The_Holder_Was_Killed()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "s", "old", Cancel);
        await bench.SpoilAsync($"insert into pluginhost_secret_renewal(plugin, name, owner, held_until) values ('bluesky', 's', 'killed', {bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)})");

        // When
        var renewing = vault.RenewAsync("bluesky", "s", kept => Task.FromResult<string?>($"{kept}er"), Cancel);
        await bench.Clock.WaitForTimerAsync(Cancel);
        bench.Clock.Advance(TimeSpan.FromSeconds(50));
        renewing.IsCompleted.ShouldBeFalse();
        await AdvanceUntilAsync(bench, renewing);

        // Then
        (await renewing).ShouldBe("older");
        bench.Clock.GetUtcNow().ShouldBeGreaterThanOrEqualTo(new FakeClock().GetUtcNow() + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Should_Keep_The_Later_Word_Where_A_Renewal_Took_Longer_Than_Its_Minute()
    {
        await using var bench = new VaultBench(dialect);
        var (slow, quick) = (bench.Vault(), bench.Vault());
        await slow.WriteAsync("bluesky", "s", "old", Cancel);
        var answer = new TaskCompletionSource<string?>();
        var inside = new TaskCompletionSource();
        var first = slow.RenewAsync("bluesky", "s", _ =>
        {
            inside.SetResult();
            return answer.Task;
        }, Cancel);
        await inside.Task;
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        // When
        (await quick.RenewAsync("bluesky", "s", _ => Task.FromResult<string?>("quick"), Cancel)).ShouldBe("quick");
        answer.SetResult("slow");

        // Then
        (await first).ShouldBe("quick");
        (await quick.ReadAsync("bluesky", "s", Cancel)).ShouldBe("quick");
    }

    [Fact]
    public async Task Should_Keep_The_Only_New_Token_Where_Nobody_Else_Got_One_After_The_Minute()
    {
        await using var bench = new VaultBench(dialect);
        var (slow, other) = (bench.Vault(), bench.Vault());
        await slow.WriteAsync("bluesky", "s", "old", Cancel);
        var answer = new TaskCompletionSource<string?>();
        var inside = new TaskCompletionSource();
        var first = slow.RenewAsync("bluesky", "s", _ =>
        {
            inside.SetResult();
            return answer.Task;
        }, Cancel);
        await inside.Task;
        bench.Clock.Advance(TimeSpan.FromMinutes(2));

        // When: the other is told that the token was used already.
        await Should.ThrowAsync<PluginHostException>(other.RenewAsync("bluesky", "s", _ => throw new PluginHostException("replayed"), Cancel));
        answer.SetResult("new");

        // Then
        (await first).ShouldBe("new");
        (await other.ReadAsync("bluesky", "s", Cancel)).ShouldBe("new");
    }

    [Fact]
    public async Task Should_Leave_The_Secret_And_Free_The_Lock_When_The_Renewal_Throws()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "s", "old", Cancel);

        (await Should.ThrowAsync<PluginHostException>(vault.RenewAsync("bluesky", "s", _ => throw new PluginHostException("no network"), Cancel))).Message.ShouldBe("no network");

        (await vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("old");
        (await bench.Vault().RenewAsync("bluesky", "s", _ => Task.FromResult<string?>("new"), Cancel)).ShouldBe("new");
    }

    [Fact]
    public async Task Should_Keep_What_A_Renewal_Brought_Although_The_Caller_Has_Given_Up()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "s", "old", Cancel);
        using var impatient = new CancellationTokenSource();

        await vault.RenewAsync("bluesky", "s", async _ =>
        {
            await impatient.CancelAsync();
            return "new";
        }, impatient.Token);

        (await vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("new");
    }

    [Theory]
    [InlineData("new")]
    [InlineData(null)]
    public async Task Should_Keep_What_A_Renewal_Brought_When_The_Vault_Got_Another_Key_Meanwhile(string? next)
    {
        await using var bench = new VaultBench(dialect);
        var (one, other) = (bench.Workspace(bench.Machine), bench.Workspace(bench.Machine));
        await one.Vault.WriteAsync("bluesky", "s", "old", Cancel);

        var renewed = await one.Vault.RenewAsync("bluesky", "s", async _ =>
        {
            await other.RekeyAsync(Cancel);
            return next;
        }, Cancel);

        renewed.ShouldBe(next);
        (await other.Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe(next);
        (await bench.Vault().ReadAsync("bluesky", "s", Cancel)).ShouldBe(next);
    }

    [Fact]
    public async Task Should_Not_Bring_Back_What_Was_Forgotten_During_The_Renewal()
    {
        await using var bench = new VaultBench(dialect);
        var (one, other) = (bench.Vault(), bench.Vault());
        await one.WriteAsync("bluesky", "s", "old", Cancel);

        var renewed = await one.RenewAsync("bluesky", "s", async _ =>
        {
            await other.ForgetAsync("bluesky", "s", Cancel);
            return "new";
        }, Cancel);

        renewed.ShouldBeNull();
        (await other.ReadAsync("bluesky", "s", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Keep_The_Only_New_Token_When_The_Store_Is_Busy_Twice()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Impatient();
        await vault.WriteAsync("bluesky", "s", "old", Cancel);
        WriteTurn? busy = null;
        var renewing = vault.RenewAsync("bluesky", "s", async _ =>
        {
            busy = await bench.Test.Store.BeginAsync(WorkspaceStore.HostName, Access.Host, Durability.Full, Cancel);
            await busy.WriteAsync($"update pluginhost_secret set written_at = written_at", Cancel);
            return "new";
        }, Cancel);

        // When: each pause is a try that has failed.
        await Task.WhenAny(renewing, bench.Clock.WaitForTimerAsync(Cancel));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAny(renewing, bench.Clock.WaitForTimerAsync(Cancel));
        await busy!.DisposeAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        // Then
        (await renewing).ShouldBe("new");
        (await bench.Vault().ReadAsync("bluesky", "s", Cancel)).ShouldBe("new");
        (await bench.CountAsync($"select count(*) as count from pluginhost_secret_renewal")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Free_The_Lock_And_Say_Why_When_The_New_Token_Cannot_Be_Kept_For_A_Minute()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "s", "old", Cancel);
        var renewing = vault.RenewAsync("bluesky", "s", async _ =>
        {
            await bench.SpoilAsync($"update pluginhost_secret set form = 2");
            return "new";
        }, Cancel);

        // When
        var began = bench.Clock.GetUtcNow();
        while (await Task.WhenAny(renewing, bench.Clock.WaitForTimerAsync(Cancel)) != renewing)
            bench.Clock.Advance(TimeSpan.FromSeconds(13));

        // Then
        (await Should.ThrowAsync<PluginHostException>(renewing)).Message.ShouldContain("newer version");
        (bench.Clock.GetUtcNow() - began).ShouldBeInRange(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.5));
        (await bench.CountAsync($"select count(*) as count from pluginhost_secret_renewal")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Stop_Waiting_When_The_Caller_Gives_Up()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "s", "old", Cancel);
        await bench.SpoilAsync($"insert into pluginhost_secret_renewal(plugin, name, owner, held_until) values ('bluesky', 's', 'other', {bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)})");
        using var impatient = new CancellationTokenSource();

        var renewing = vault.RenewAsync("bluesky", "s", _ => throw new InvalidOperationException("It is another's."), impatient.Token);
        await bench.Clock.WaitForTimerAsync(Cancel);
        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(renewing);
    }

    [Fact]
    public async Task Should_Begin_With_None_And_End_With_None()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();

        (await vault.RenewAsync("bluesky", "s", kept => Task.FromResult<string?>(kept ?? "first"), Cancel)).ShouldBe("first");
        (await vault.RenewAsync("bluesky", "s", _ => Task.FromResult<string?>(null), Cancel)).ShouldBeNull();

        (await vault.ReadAsync("bluesky", "s", Cancel)).ShouldBeNull();
        (await bench.CountAsync($"select count(*) as count from pluginhost_secret_renewal")).ShouldBe(0);
    }

    // The store is real, and takes its time.
    private static async Task AdvanceUntilAsync(VaultBench bench, Task work)
    {
        for (var i = 0; i < 2_000 && !work.IsCompleted; i++)
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancel));
        }

        work.IsCompleted.ShouldBeTrue();
    }
}
