using PluginHost.Engine.Secrets.Keys;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets.Keys;

public sealed class VaultKeysTests
{
    private const string Passphrase = "correct horse battery";

    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Say_Where_A_Key_Could_Be_Kept_When_There_Is_Nowhere()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        bench.Machine.Broken = "there is no secret-tool";

        var refused = await Should.ThrowAsync<PluginHostException>(
            bench.Workspace(bench.Machine, new TypingPerson()).Vault.WriteAsync("bluesky", "s", "secret", Cancel));

        refused.Message.ShouldContain("the test's key ring: there is no secret-tool");
        refused.Message.ShouldContain("nobody is there to type it");
        refused.Message.ShouldContain("PLUGINHOST_PASSPHRASE");
        (await bench.CountAsync($"select count(*) as count from pluginhost_vault_key")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_Not_Trust_A_Key_Store_That_Does_Not_Give_Back_What_It_Got()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        bench.Machine.Forgets = true;

        (await Should.ThrowAsync<PluginHostException>(bench.Vault().WriteAsync("bluesky", "s", "secret", Cancel))).Message.ShouldContain("it did not give back what it was given");
    }

    [Fact]
    public async Task Should_Ask_For_A_New_Passphrase_Until_It_Is_Long_Enough_And_Typed_Twice()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var person = new TypingPerson("short", "one passphrase", "another passphrase", Passphrase, Passphrase);

        await bench.Asking(person).Vault.WriteAsync("bluesky", "s", "secret", Cancel);

        person.Asked.Count.ShouldBe(5);
        person.Asked[1].ShouldContain("too short");
        person.Asked[3].ShouldContain("not the same");
        (await bench.With(bench.Given(Passphrase)).Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
    }

    [Fact]
    public async Task Should_Tell_A_Wrong_Passphrase_At_Once_And_Write_Nothing()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        await bench.With(bench.Given(Passphrase)).Vault.WriteAsync("bluesky", "s", "secret", Cancel);
        var wrong = bench.With(bench.Given("wrong horse battery")).Vault;

        var refused = await Should.ThrowAsync<PluginHostException>(wrong.WriteAsync("bluesky", "s", "other", Cancel));

        refused.Message.ShouldContain("it is another passphrase");
        refused.ToString().ShouldNotContain("horse");
        (await bench.With(bench.Given(Passphrase)).Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
        (await bench.CountAsync($"select count(*) as count from pluginhost_vault_key")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_Ask_Once_More_After_A_Wrong_Passphrase_And_Not_Again_After_Esc()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        await bench.With(bench.Given(Passphrase)).Vault.WriteAsync("bluesky", "s", "secret", Cancel);
        var person = new TypingPerson("wrong", null, Passphrase);
        var workspace = bench.Asking(person);

        // When
        await Should.ThrowAsync<PluginHostException>(workspace.Vault.ReadAsync("bluesky", "s", Cancel));
        await Should.ThrowAsync<PluginHostException>(workspace.Vault.ReadAsync("bluesky", "s", Cancel));

        // Then
        person.Asked.Count.ShouldBe(2);
        person.Asked[1].ShouldContain("not the passphrase");
        workspace.Trouble!.ShouldContain("none was given");
        await workspace.OpenAsync(Cancel);
        workspace.Trouble.ShouldBeNull();
        (await workspace.Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
        person.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Let_A_Second_Machine_Join_By_The_Passphrase_Once()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var first = bench.Workspace(bench.Machine, new TypingPerson(Passphrase, Passphrase));
        await first.Vault.WriteAsync("bluesky", "s", "secret", Cancel);
        var second = new MachineInHand();

        // When: nobody has set a passphrase yet.
        var refused = await Should.ThrowAsync<PluginHostException>(bench.Workspace(second, new TypingPerson()).Vault.ReadAsync("bluesky", "s", Cancel));
        refused.Message.ShouldContain($"libsecret of {Environment.UserName} on {Environment.MachineName}");
        refused.Message.ShouldContain("pluginhost vault passphrase");

        // Then
        (await first.SetPassphraseAsync(Cancel)).ShouldBeTrue();
        (await bench.Workspace(second, new TypingPerson(Passphrase)).Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
        (await bench.Workspace(second, new TypingPerson()).Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
        (await first.LookAsync(Cancel)).Holders.Select(holder => holder.Kind).Order().ShouldBe(["libsecret", "libsecret", "passphrase"]);
    }

    [Fact]
    public async Task Should_Shut_Out_Machines_And_Passphrases_That_Are_Not_There_When_The_Key_Is_Replaced()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var first = bench.Workspace(bench.Machine, new TypingPerson(Passphrase, Passphrase, "another passphrase", "another passphrase"));
        await first.Vault.WriteAsync("bluesky", "s", "secret", Cancel);
        await first.SetPassphraseAsync(Cancel);
        var second = new MachineInHand();
        await bench.Workspace(second, new TypingPerson(Passphrase)).Vault.ReadAsync("bluesky", "s", Cancel);

        // When
        await first.RekeyAsync(Cancel);

        // Then
        await Should.ThrowAsync<PluginHostException>(bench.Workspace(second, new TypingPerson(Passphrase, Passphrase, Passphrase)).Vault.ReadAsync("bluesky", "s", Cancel));
        (await bench.Workspace(second, new TypingPerson("another passphrase")).Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
        (await bench.Vault().ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
    }

    [Fact]
    public async Task Should_Replace_No_Key_Where_Nobody_Gives_The_Passphrase_That_Others_Join_By()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var workspace = bench.Workspace(bench.Machine, new TypingPerson(Passphrase, Passphrase));
        await workspace.Vault.WriteAsync("bluesky", "s", "secret", Cancel);
        await workspace.SetPassphraseAsync(Cancel);
        var key = (await workspace.LookAsync(Cancel)).Key;

        (await Should.ThrowAsync<PluginHostException>(workspace.RekeyAsync(Cancel))).Message.ShouldContain("other machines would be shut out");

        (await workspace.LookAsync(Cancel)).Key.ShouldBe(key);
        (await bench.With(bench.Given(Passphrase)).Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
    }

    [Fact]
    public async Task Should_Say_Nothing_Of_What_Was_Not_Given_Where_There_Is_More_To_Say()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        bench.Machine.Broken = "there is no secret-tool";

        var refused = await Should.ThrowAsync<PluginHostException>(
            bench.With(bench.Given(null), new MachinePlace(bench.Machine, bench.Random, bench.Clock)).Vault.WriteAsync("bluesky", "s", "secret", Cancel));

        refused.Message.ShouldStartWith("The vault has nowhere to keep its key: the test's key ring: there is no secret-tool.");
        (await Should.ThrowAsync<PluginHostException>(bench.With(bench.Given(null)).Vault.WriteAsync("bluesky", "s", "secret", Cancel))).Message.ShouldContain("it is not set");
    }

    [Fact]
    public async Task Should_Have_What_Was_Typed_For_Children_And_Nothing_Where_The_Machine_Opens_It()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var typed = bench.Asking(new TypingPerson(Passphrase, Passphrase));
        typed.Typed.ShouldBeNull();
        await typed.Vault.WriteAsync("bluesky", "s", "secret", Cancel);
        typed.Typed.ShouldBe(Passphrase);

        var again = bench.Asking(new TypingPerson("wrong passphrase", Passphrase));
        await again.Vault.ReadAsync("bluesky", "s", Cancel);
        again.Typed.ShouldBe(Passphrase);

        // Who has joined by typing it opens the vault by the machine.
        var joined = bench.Workspace(bench.Machine, new TypingPerson(Passphrase));
        await joined.Vault.ReadAsync("bluesky", "s", Cancel);
        joined.Typed.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Replace_No_Key_Where_A_Secret_Would_Be_Lost()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var workspace = bench.Workspace(bench.Machine);
        await workspace.Vault.WriteAsync("bluesky", "a", "1", Cancel);
        await workspace.Vault.WriteAsync("bluesky", "b", "2", Cancel);
        byte[] spoilt = [1, 2, 3];
        await bench.SpoilAsync($"update pluginhost_secret set closed = {spoilt} where name = 'b'");

        (await Should.ThrowAsync<PluginHostException>(workspace.RekeyAsync(Cancel))).Message.ShouldContain("bluesky's secret \"b\" does not open");

        (await workspace.Vault.ReadAsync("bluesky", "a", Cancel)).ShouldBe("1");
    }

    [Fact]
    public async Task Should_Take_The_Same_Letters_Typed_In_Two_Ways_For_One_Passphrase()
    {
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        await bench.With(bench.Given("bl\u00E5b\u00E6rsyltet\u00F8y")).Vault.WriteAsync("bluesky", "s", "secret", Cancel);

        (await bench.With(bench.Given("bla\u030Ab\u00E6rsyltet\u00F8y")).Vault.ReadAsync("bluesky", "s", Cancel)).ShouldBe("secret");
    }
}
