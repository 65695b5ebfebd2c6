namespace PluginHost.Tests.CommandLine;

/// <summary><c>profiles add, login, logout, remove</c> and <c>doctor</c>, as a person uses them.</summary>
public sealed class ProfileVerbTests
{
    private const string Passphrase = "a passphrase for tests";

    [Theory]
    [InlineData("bird --network parrot", "\"bird\" is no profile's name. Write @ and a word: @bird")]
    [InlineData("@shop --network parrot", "plugins.yaml(7): there is a profile \"@shop\" already, on rehearsal.")]
    [InlineData("@bird --network parot", "No running plugin offers the network \"parot\". Did you mean \"parrot\"?")]
    [InlineData("@bird --network mastodon", "The plugin mastodon is not in plugins.yaml, or is off. \"pluginhost plugins enable mastodon\" switches it on.")]
    [InlineData("@bird --network parrot --server parrot.example", "plugins.yaml: \"parrot.example\" is no server's address.")]
    [InlineData("@bird --network parrot --language Norwegian!", "plugins.yaml: ")]
    [InlineData("@bird", "--network is written once, with a value: --network ID.")]
    public async Task Should_Say_What_Is_Wrong_With_A_New_Profile_And_Leave_The_File(string words, string message)
    {
        using var place = ParrotNetwork.Place();

        var end = await place.RunAsync(["profiles", "add", .. words.Split(' ')]);

        end.ExitCode.ShouldBe(2);
        end.Complaints.ShouldStartWith($"pluginhost: {message}");
        File.ReadAllText(Path.Combine(place.Root, "plugins.yaml")).ShouldBe(ParrotNetwork.Configuration);
    }

    [Fact]
    public async Task Should_Keep_The_Profile_And_Nothing_Secret_Where_The_Password_Is_Wrong()
    {
        using var place = ParrotNetwork.Place();

        var end = await place.BashAsync($"export PLUGINHOST_PASSPHRASE='{Passphrase}'; echo 'wrong-password' | pluginhost profiles add @bird --network parrot --handle polly --language no");

        end.ExitCode.ShouldBe(1);
        end.Errors.ShouldContain("The parrot knows no such password for polly. Nothing was changed.");
        $"{end.Output}{end.Errors}".ShouldNotContain("wrong-password");
        File.ReadAllText(Path.Combine(place.Root, "plugins.yaml")).ShouldBe(
            $"{ParrotNetwork.Configuration.TrimEnd()}\n  \"@bird\": {{ network: parrot, handle: polly, language: \"no\" }}\n");
        (await place.RunAsync("vault")).ShouldBeDone().Output.ShouldStartWith("The vault is empty");
        (await place.RunAsync("profiles", "doctor", "@bird")).ShouldComplain(1, "").Output.ShouldContain("pluginhost profiles login @bird");
        (await place.RunAsync("doctor")).Output.ShouldContain("@bird is not logged in.");
    }

    [Fact]
    public async Task Should_Log_In_Look_Over_And_Log_Out_And_Show_No_Secret_Anywhere()
    {
        using var place = ParrotNetwork.Place();
        (await place.RunAsync("profiles", "add", "@bird", "--network", "parrot", "--no-login")).ShouldComplain(0, "@bird is in plugins.yaml, on parrot.");

        // When
        var login = await place.BashAsync($"export PLUGINHOST_PASSPHRASE='{Passphrase}'; echo '{ParrotNetwork.Password}' | pluginhost profiles login @bird --json");
        var burst = await WithAsync(place, "do", "parrot.burst");
        var doctor = await WithAsync(place, "profiles", "doctor", "--json");
        var vault = await WithAsync(place, "vault", "--json");

        // Then
        login.ExitCode.ShouldBe(0, login.ToString());
        login.Json.GetProperty("account").GetString().ShouldBe("bird (bird 1)");
        burst.ExitCode.ShouldBe(1);
        burst.Errors.ShouldContain("threw InvalidOperationException: It is •••.");
        doctor.ShouldBeDone().Json.EnumerateArray().Select(row => $"{row.GetProperty("profile")} {row.GetProperty("what")} {row.GetProperty("state")} {row.GetProperty("stands")}").ShouldBe(
        [
            "@shop network ok rehearsal", "@shop login ok the network asks for none",
            "@bird network ok parrot", "@bird vault ok opened by the passphrase in PLUGINHOST_PASSPHRASE", "@bird cage ok open", "@bird session ok valid",
        ]);
        vault.ShouldBeDone().Json.GetProperty("secrets")[0].GetProperty("name").GetString().ShouldBe("session/@bird");
        ShouldHoldNoSecret(place, login, burst, doctor, vault);

        (await WithAsync(place, "profiles", "logout", "@bird")).ExitCode.ShouldBe(0);
        (await WithAsync(place, "profiles", "doctor", "@bird")).ExitCode.ShouldBe(1);
        (await WithAsync(place, "profiles", "remove", "@bird")).ShouldComplain(0, "@bird is gone from plugins.yaml.");
        File.ReadAllText(Path.Combine(place.Root, "plugins.yaml")).ShouldBe(ParrotNetwork.Configuration);
    }

    [Fact]
    public async Task Should_Say_That_A_Network_Asks_For_No_Login()
    {
        using var place = ParrotNetwork.Place();

        (await place.RunAsync("profiles", "login", "@shop")).ShouldComplain(0, "The network rehearsal asks for no login: @shop can speak.");
        (await place.RunAsync("profiles", "logout", "@shop")).ShouldComplain(0, "The network rehearsal asks for no login, so there is nothing to forget.");
        (await place.RunAsync("profiles", "login", "@shp")).ShouldComplain(
            2, "pluginhost: There is no profile \"@shp\" in plugins.yaml. Did you mean \"@shop\"? \"pluginhost profiles\" lists them.");
    }

    [Fact]
    public async Task Should_Say_That_The_Vault_Does_Not_Open_And_What_To_Do()
    {
        using var place = ParrotNetwork.Place();
        await place.RunAsync("profiles", "add", "@bird", "--network", "parrot", "--no-login");
        await place.BashAsync($"export PLUGINHOST_PASSPHRASE='{Passphrase}'; echo '{ParrotNetwork.Password}' | pluginhost profiles login @bird");

        // When
        var doctor = await place.RunWithAsync([("PLUGINHOST_VAULT", "systemd")], "profiles", "doctor", "@bird", "--json");
        var wrong = await place.RunWithAsync([("PLUGINHOST_PASSPHRASE", "another passphrase")], "vault");

        // Then
        doctor.ExitCode.ShouldBe(1);
        var finding = doctor.Json[1];
        finding.GetProperty("what").GetString().ShouldBe("vault");
        finding.GetProperty("do").GetString()!.ShouldContain("systemd has given no such credential");
        wrong.ExitCode.ShouldBe(1);
        wrong.Output.ShouldContain("it is another passphrase");
        $"{wrong.Output}{wrong.Errors}".ShouldNotContain("another passphrase\"");
    }

    [Fact]
    public async Task Should_Give_The_Vault_Another_Passphrase_And_Another_Key()
    {
        using var place = ParrotNetwork.Place();
        await place.RunAsync("profiles", "add", "@bird", "--network", "parrot", "--no-login");
        await place.BashAsync($"export PLUGINHOST_PASSPHRASE='{Passphrase}'; echo '{ParrotNetwork.Password}' | pluginhost profiles login @bird");

        // When
        var set = await place.BashAsync($"export PLUGINHOST_PASSPHRASE='{Passphrase}'; printf 'the new passphrase\\nthe new passphrase\\n' | pluginhost vault passphrase");
        set.ExitCode.ShouldBe(0, set.ToString());

        // Then
        (await WithAsync(place, "vault")).ExitCode.ShouldBe(1);
        var rekeyed = await place.RunWithAsync([("PLUGINHOST_PASSPHRASE", "the new passphrase")], "vault", "rekey");
        rekeyed.ExitCode.ShouldBe(0, rekeyed.ToString());
        (await place.RunWithAsync([("PLUGINHOST_PASSPHRASE", "the new passphrase")], "profiles", "doctor", "@bird")).ExitCode.ShouldBe(0);
    }

    private static Task<ProgramEnd> WithAsync(ProgramPlace place, params string[] arguments) => place.RunWithAsync([("PLUGINHOST_PASSPHRASE", Passphrase)], arguments);

    private static void ShouldHoldNoSecret(ProgramPlace place, params ProgramEnd[] ends)
    {
        string[] secrets = [ParrotNetwork.Password, ParrotNetwork.Token, Passphrase];
        var written = string.Concat(ends.Select(end => end.ToString()))
            + string.Concat(Directory.GetFiles(place.Root, "*", SearchOption.AllDirectories).Concat(Directory.GetFiles(place.Home, "*", SearchOption.AllDirectories)).Select(Read));
        written.ShouldContain("has logged in");
        written.ShouldContain("The parrot says");
        foreach (var secret in secrets)
            written.ShouldNotContain(secret);
    }

    private static string Read(string file) => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
}
