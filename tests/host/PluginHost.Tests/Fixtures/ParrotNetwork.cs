using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Testing;

/// <summary>A network that wants a password, <c>polly wants</c>, and gives a token in return. It tells everybody what it was told, as parrots do: the host has to see to it that nothing of it stays.</summary>
internal static class ParrotNetwork
{
    public const string Password = "polly wants";

    /// <summary>What it keeps of the password.</summary>
    public const string Token = "token-of-polly wants";

    public const string Configuration = """
        # ours
        plugins:
          posting:
          rehearsal:
          parrot: { path: ../plugins/parrot } # ours, too
        profiles:
          "@shop": { network: rehearsal }

        """;

    private const string Source = """
        public sealed class ParrotPlugin : Plugin
        {
            [Network("parrot", "Parrot")]
            public Network Network(IHost host) => new ParrotNetwork(host);

            [Command("parrot.burst", "Burst with the secret in hand")]
            public async Task BurstAsync(IHost host, CancellationToken cancel)
            {
                var secret = await host.Secrets.ReadAsync("session/@bird", cancel);
                host.Output.Write(Severity.Warning, $"The parrot says {secret}.");
                throw new InvalidOperationException($"It is {secret}.");
            }
        }

        internal sealed class ParrotNetwork(IHost host) : Network
        {
            public override Login? Login { get; } = new ParrotLogin(host);

            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
                Task.FromResult(new NetworkRules { Limit = 300, Source = "a test" });

            public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) => throw new NotSupportedException();
        }

        internal sealed class ParrotLogin(IHost host) : Login
        {
            public override async Task<string?> CheckAsync(Profile profile, CancellationToken cancel) =>
                await host.Secrets.ReadAsync($"session/{profile.Name}", cancel) is null
                    ? $"{profile.Name} is not logged in. Log it in: pluginhost profiles login {profile.Name}"
                    : null;

            public override async Task<string> LogInAsync(Profile profile, CancellationToken cancel)
            {
                if (await host.Ask.ForSecretAsync($"The password of {profile.Handle}:", cancel) is not { } password)
                    throw new PluginHostException("No password was given, so nothing was changed.");

                if (password != "polly wants")
                    throw new PluginHostException($"The parrot knows no such password for {profile.Handle}. Nothing was changed.");

                await host.Secrets.WriteAsync($"session/{profile.Name}", $"token-of-{password}", cancel);
                host.Output.Write(Severity.Information, $"{profile.Name} has logged in.");
                return $"{profile.Handle} (bird 1)";
            }

            public override Task LogOutAsync(Profile profile, CancellationToken cancel) => host.Secrets.ForgetAsync($"session/{profile.Name}", cancel);

            public override async Task<IReadOnlyList<LoginFinding>> LookOverAsync(Profile profile, CancellationToken cancel) =>
            [
                new LoginFinding { What = "cage", Stands = "open" },
                await CheckAsync(profile, cancel) is { } wrong
                    ? new LoginFinding { What = "session", Stands = "there is none", Advice = wrong }
                    : new LoginFinding { What = "session", Stands = "valid" },
            ];
        }
        """;

    /// <summary>A workspace in which the parrot's plugin runs, and no profile is on it.</summary>
    public static ProgramPlace Place()
    {
        var place = new ProgramPlace(Configuration);
        TestPlugin.Write(place.Plugins, "parrot", Source);
        return place;
    }
}
