namespace PluginHost.Workbench.Tests.Views.BuiltIn.Logins;

/// <summary>A network that wants a password or a page, and says of a profile whether it has given one.</summary>
internal static class ParrotPlugin
{
    public const string Id = "parrot";

    public const string Source = """
        public sealed class Parrot : Plugin
        {
            [Network("parrot", "Parrot")]
            public Network Network(IHost host) => new ParrotNetwork(host);

            [Command("parrot.page", "Parrot: By a page")]
            public async Task<string> PageAsync(IHost host, CancellationToken cancel) =>
                (await host.Ask.ForPageAsync("Let the parrot in.", back => Task.FromResult(new Uri($"https://parrot.example/in?back={back}")), cancel))?.Query ?? "left";

            [Command("parrot.keep", "Parrot: Keep a secret")]
            public async Task<string> KeepAsync(IHost host, CancellationToken cancel)
            {
                await host.Secrets.WriteAsync("seed", "sunflower", cancel);
                return "kept";
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
            private readonly HashSet<string> _in = new();

            public override Task<string?> CheckAsync(Profile profile, CancellationToken cancel) =>
                Task.FromResult(_in.Contains(profile.Name) ? null : $"{profile.Name} is not logged in.");

            public override async Task<string> LogInAsync(Profile profile, CancellationToken cancel)
            {
                if (await host.Ask.ForSecretAsync($"The password of {profile.Handle}:", cancel) is not "polly wants")
                    throw new PluginHostException("The parrot knows no such password.");

                _in.Add(profile.Name);
                return $"{profile.Handle} (bird 1)";
            }

            public override Task LogOutAsync(Profile profile, CancellationToken cancel)
            {
                _in.Remove(profile.Name);
                return Task.CompletedTask;
            }
        }
        """;

    public const string Profiles = """
        vault: passphrase
        profiles:
          "@bird": { network: parrot, handle: polly }
        """;
}
