using PluginHost.Engine.Tests.Fixtures;

namespace PluginHost.Testing;

/// <summary>
/// A network that answers when the test says so: send number N writes <c>sending-N</c> into the workspace and waits for <c>answer-N</c>.
/// </summary>
internal static class SlowNetwork
{
    public const string Configuration = """
        plugins:
          posting:
          slow: { path: ../plugins/slow }
        profiles:
          "@one":   { network: slow }
          "@two":   { network: slow }
          "@three": { network: slow }
          "@four":  { network: slow }

        """;

    public const string Script = """
        Say("publishing");
        await Publish.On("@one", "First.").On("@two", "Second.").On("@three", "Third.").On("@four", "Fourth.");
        Say("done");
        """;

    private const string Source = """
        public sealed class SlowPlugin : Plugin
        {
            [Network("slow", "Slow")]
            public Network Network(IHost host) => new SlowNetwork(host.Clock);
        }

        internal sealed class SlowNetwork(TimeProvider clock) : Network
        {
            private int _sends;

            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
                Task.FromResult(new NetworkRules { Limit = 300, Source = "a test" });

            public override async Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel)
            {
                var number = ++_sends;
                System.IO.File.WriteAllText($"sending-{number}", post.Text);
                while (!System.IO.File.Exists($"answer-{number}"))
                    await Task.Delay(TimeSpan.FromMilliseconds(10), clock, cancel);

                return new Sent { RemoteId = key.Value, At = clock.GetUtcNow() };
            }
        }
        """;

    /// <summary>A workspace with four profiles on the slow network, and <c>four.csx</c>, which publishes on all of them.</summary>
    public static ProgramPlace Place()
    {
        var place = new ProgramPlace(Configuration);
        TestPlugin.Write(place.Plugins, "slow", Source);
        place.Write("four.csx", Script);
        return place;
    }
}
