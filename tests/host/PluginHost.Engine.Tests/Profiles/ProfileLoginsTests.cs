using PluginHost.Campaigns;
using PluginHost.Engine.Profiles;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Engine.Ways.Exchanges;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Profiles;

public sealed class ProfileLoginsTests
{
    private const string Source = """
        public sealed class Guest : Plugin
        {
            [Network("strict", "Strict")]
            public Network Strict(IHost host) => new StrictNetwork(host);

            [Network("open", "Open")]
            public Network Open() => new OpenNetwork();
        }

        internal class OpenNetwork : Network
        {
            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => throw new NotSupportedException();

            public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => throw new NotSupportedException();
        }

        internal sealed class StrictNetwork(IHost host) : OpenNetwork
        {
            public override Login? Login { get; } = new StrictLogin(host);
        }

        internal sealed class StrictLogin(IHost host) : Login
        {
            public override Task<string?> CheckAsync(Profile profile, CancellationToken cancel) =>
                profile.Handle == "bursts" ? throw new InvalidOperationException("It burst.") : Task.FromResult<string?>("it is shut; wait until Monday");

            public override async Task<string> LogInAsync(Profile profile, CancellationToken cancel)
            {
                await host.Secrets.WriteAsync("session", "a secret of some length", cancel);
                return await host.Secrets.ReadAsync("session", cancel) ?? "nothing";
            }
        }
        """;

    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Say_What_Is_Wrong_In_The_Order_In_Which_One_Stands_On_The_Other()
    {
        await using var test = Workspace();

        (await LookAsync(test, "@strict")).ShouldBe(["network: strict", "vault: nothing was ever kept in it", "login: it is shut; wait until Monday ! it is shut; wait until Monday"]);
        (await LookAsync(test, "@open")).ShouldBe(["network: open", "login: the network asks for none"]);
        (await LookAsync(test, "@nobody")).ShouldHaveSingleItem().ShouldStartWith("network: it cannot be looked at ! @nobody is on the network \"gone\", which no running plugin offers.");
    }

    [Fact]
    public async Task Should_Make_A_Finding_Of_A_Login_That_Bursts()
    {
        await using var test = Workspace();

        (await LookAsync(test, "@burst"))[^1].ShouldContain("guest threw InvalidOperationException: It burst.");
        (await test.Engine.Logins.CheckAsync(test.Engine.Profiles["@burst"], Cancel))!.ShouldContain("It burst.");
    }

    [Fact]
    public async Task Should_Say_Whether_A_Profile_Can_Speak()
    {
        await using var test = Workspace();
        var (logins, profiles) = (test.Engine.Logins, test.Engine.Profiles);

        (await logins.CheckAsync(profiles["@strict"], Cancel)).ShouldBe("it is shut; wait until Monday");
        (await logins.CheckAsync(profiles["@open"], Cancel)).ShouldBeNull();
        (await logins.LogInAsync(profiles["@open"], Cancel)).ShouldBeNull();
        (await logins.LogOutAsync(profiles["@open"], Cancel)).ShouldBeFalse();
        (await logins.LogOutAsync(profiles["@strict"], Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Say_Why_The_Vault_Is_Shut_And_Nothing_More()
    {
        await using var test = Workspace();
        (await Should.ThrowAsync<PluginHostException>(test.Engine.Logins.LogInAsync(test.Engine.Profiles["@strict"], Cancel))).Message.ShouldContain("The vault has nowhere to keep its key");
        test.Engine.VaultTrouble.ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_Tell_What_The_Server_Said_Last_And_What_Failed_Last()
    {
        var network = new FixedNetworks();
        Exchange[] exchanges =
        [
            Exchange("@strict", 200, ""), Exchange("@strict", 401, "ExpiredToken: it has expired") with { At = At(1) }, Exchange("@other", 500, ""), Exchange("@strict", 200, "") with { At = At(2) },
        ];
        var logins = new ProfileLogins(network, () => throw new InvalidOperationException("No login, no vault."), () => exchanges);

        var findings = await logins.LookOverAsync(new Profile { Name = "@strict", Network = "fixed", Handle = "strict" }, Cancel);

        findings.Select(finding => $"{finding.What}: {finding.Stands}{finding.Advice}").ShouldBe(
        [
            "network: fixed",
            "login: the network asks for none",
            "last failure: 2026-03-02T09:01:00Z GET https://x.example/: 401 (ExpiredToken: it has expired)",
            "last request: 2026-03-02T09:02:00Z GET https://x.example/: 200",
        ]);
    }

    private static DateTimeOffset At(int minutes) => new FakeClock().GetUtcNow() + TimeSpan.FromMinutes(minutes);

    private static Exchange Exchange(string account, int status, string error) =>
        new() { Account = account, At = At(0), Method = "GET", Address = "https://x.example/", Status = status, Error = error };

    private static async Task<IReadOnlyList<string>> LookAsync(TestWorkspace test, string profile) =>
        [.. (await test.Engine.Logins.LookOverAsync(test.Engine.Profiles[profile], Cancel)).Select(finding => $"{finding.What}: {finding.Stands}{(finding.Advice.Length > 0 ? $" ! {finding.Advice}" : "")}")];

    // Whatever the machine has for keys: nobody is there to type a passphrase, and nothing else is asked.
    private static TestWorkspace Workspace() => new TestWorkspace
    {
        Extra = """
            vault: passphrase
            profiles:
              "@strict": { network: strict }
              "@open": { network: open }
              "@burst": { network: strict, handle: bursts }
              "@nobody": { network: gone }
            """,
    }.With("guest", Source);

    private sealed class FixedNetworks : INetworks
    {
        public IReadOnlyList<string> Ids => ["fixed"];

        public Task<Network> ForAsync(Profile profile, CancellationToken cancel) => Task.FromResult<Network>(new SilentNetwork());

        private sealed class SilentNetwork : Network
        {
            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) => throw new NotSupportedException();

            public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => throw new NotSupportedException();
        }
    }
}
