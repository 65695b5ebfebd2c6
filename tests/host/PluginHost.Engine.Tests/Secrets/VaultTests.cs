using PluginHost.Engine.Store;
using PluginHost.Engine.Tests.Secrets.Keys;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets;

/// <summary>On both databases; see the two classes that end in its name.</summary>
public abstract class VaultTests(StoreDialect dialect)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Give_Back_A_Secret_In_Another_Process_And_Forget_It_For_All()
    {
        await using var bench = new VaultBench(dialect);
        var (one, other) = (bench.Vault(), bench.Vault());
        (await one.ReadAsync("bluesky", "session/@telco", Cancel)).ShouldBeNull();

        await one.WriteAsync("bluesky", "session/@telco", "hemmelig ørret", Cancel);
        (await other.ReadAsync("bluesky", "session/@telco", Cancel)).ShouldBe("hemmelig ørret");
        await other.WriteAsync("bluesky", "session/@telco", "newer", Cancel);
        (await one.ReadAsync("bluesky", "session/@telco", Cancel)).ShouldBe("newer");

        await one.ForgetAsync("bluesky", "session/@telco", Cancel);
        await one.ForgetAsync("bluesky", "session/@telco", Cancel);
        (await other.ReadAsync("bluesky", "session/@telco", Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_Keep_Plugins_And_Names_Apart()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "a", "1", Cancel);

        (await vault.ReadAsync("mastodon", "a", Cancel)).ShouldBeNull();
        (await vault.ReadAsync("bluesky", "A", Cancel)).ShouldBeNull();
        await vault.ForgetAsync("mastodon", "a", Cancel);
        (await vault.ReadAsync("bluesky", "a", Cancel)).ShouldBe("1");
    }

    [Fact]
    public async Task Should_Make_No_Store_To_Find_That_There_Is_Nothing()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);

        (await bench.Vault().ReadAsync("bluesky", "a", Cancel)).ShouldBeNull();
        (await bench.Workspace(bench.Machine).LookAsync(Cancel)).Key.ShouldBe("");

        File.Exists(bench.Test.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Not_Open_A_Row_That_Was_Put_In_Another_Place()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "session/@telco", "of telco", Cancel);
        await vault.WriteAsync("bluesky", "session/@other", "of other", Cancel);

        await bench.SpoilAsync($"""
            update pluginhost_secret set
                nonce = (select nonce from pluginhost_secret where name = 'session/@telco'),
                closed = (select closed from pluginhost_secret where name = 'session/@telco')
            where name = 'session/@other'
            """);

        var refused = await Should.ThrowAsync<PluginHostException>(vault.ReadAsync("bluesky", "session/@other", Cancel));
        refused.Message.ShouldContain("does not open");
        refused.Message.ShouldContain("pluginhost profiles login @other");
        refused.ToString().ShouldNotContain("of telco");
        (await vault.ReadAsync("bluesky", "session/@telco", Cancel)).ShouldBe("of telco");
    }

    [Fact]
    public async Task Should_Say_That_A_Row_Is_Damaged_And_Take_A_New_Secret_In_Its_Place()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "a", "secret", Cancel);
        byte[] half = [1, 2, 3];
        await bench.SpoilAsync($"update pluginhost_secret set closed = {half}");

        (await Should.ThrowAsync<PluginHostException>(vault.ReadAsync("bluesky", "a", Cancel))).Message.ShouldContain("is damaged in the store");

        await vault.WriteAsync("bluesky", "a", "anew", Cancel);
        (await vault.ReadAsync("bluesky", "a", Cancel)).ShouldBe("anew");
    }

    [Fact]
    public async Task Should_Leave_What_A_Newer_Version_Has_Written()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "a", "secret", Cancel);
        await bench.SpoilAsync($"update pluginhost_secret set form = 2");

        (await Should.ThrowAsync<PluginHostException>(vault.ReadAsync("bluesky", "a", Cancel))).Message.ShouldContain("newer version of PluginHost");
        await Should.ThrowAsync<PluginHostException>(bench.Workspace(bench.Machine).RekeyAsync(Cancel));
        (await bench.CountAsync($"select form as count from pluginhost_secret")).ShouldBe(2);
    }

    [Fact]
    public async Task Should_Say_Of_A_Secret_That_It_Was_Closed_With_Another_Key()
    {
        await using var bench = new VaultBench(dialect);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "session/@telco", "secret", Cancel);
        await bench.SpoilAsync($"update pluginhost_secret set key_id = 'key-other'");

        var refused = await Should.ThrowAsync<PluginHostException>(vault.ReadAsync("bluesky", "session/@telco", Cancel));

        refused.Message.ShouldContain("another key (key-other)");
        refused.Message.ShouldContain("pluginhost profiles login @telco");
    }

    [Fact]
    public async Task Should_List_Names_And_No_Secret()
    {
        await using var bench = new VaultBench(dialect);
        var workspace = bench.Workspace(bench.Machine);
        await workspace.Vault.WriteAsync("mastodon", "token/@telco", "tootsecret", Cancel);
        await workspace.Vault.WriteAsync("bluesky", "session/@telco", "skysecret", Cancel);

        var look = await workspace.LookAsync(Cancel);

        look.Secrets.Select(secret => $"{secret.Plugin} {secret.Name}").ShouldBe(["bluesky session/@telco", "mastodon token/@telco"]);
        look.Place.ShouldBe("the test's key ring");
        look.Trouble.ShouldBeNull();
        look.ToString().ShouldNotContain("secret\"");
        $"{look}{string.Join(' ', look.Secrets)}".ShouldNotContain("skysecret");
    }

    [Fact]
    public async Task Should_Close_All_With_A_New_Key_Under_A_Process_That_Has_The_Old_One()
    {
        await using var bench = new VaultBench(dialect);
        var (one, other) = (bench.Workspace(bench.Machine), bench.Workspace(bench.Machine));
        await one.Vault.WriteAsync("bluesky", "a", "1", Cancel);
        (await other.Vault.ReadAsync("bluesky", "a", Cancel)).ShouldBe("1");
        var before = (await other.LookAsync(Cancel)).Key;

        var key = await other.RekeyAsync(Cancel);

        key.ShouldNotBe(before);
        (await one.Vault.ReadAsync("bluesky", "a", Cancel)).ShouldBe("1");
        (await bench.CountAsync($"select count(*) as count from pluginhost_vault_key where key_id <> {key}")).ShouldBe(0);
        (await bench.CountAsync($"select count(*) as count from pluginhost_secret where key_id = {key}")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Close_With_The_New_Key_What_Is_Written_With_The_Old_One_In_Hand()
    {
        await using var bench = new VaultBench(dialect);
        var (one, other) = (bench.Workspace(bench.Machine), bench.Workspace(bench.Machine));
        await one.Vault.WriteAsync("bluesky", "a", "1", Cancel);
        await other.RekeyAsync(Cancel);

        await one.Vault.WriteAsync("bluesky", "b", "2", Cancel);

        (await other.Vault.ReadAsync("bluesky", "b", Cancel)).ShouldBe("2");
        (await bench.Vault().ReadAsync("bluesky", "a", Cancel)).ShouldBe("1");
    }

    [Fact]
    public async Task Should_Agree_On_One_Key_When_Two_Processes_Make_It_At_Once()
    {
        await using var bench = new VaultBench(dialect);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => bench.Vault().WriteAsync("bluesky", $"{i}", $"secret {i}", Cancel)));

        var later = bench.Vault();
        for (var i = 0; i < 6; i++)
            (await later.ReadAsync("bluesky", $"{i}", Cancel)).ShouldBe($"secret {i}");

        (await bench.CountAsync($"select count(*) as count from pluginhost_vault_key")).ShouldBe(1);
    }
}
