using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PluginHost.Benchmarks.Outbox;

/// <summary>
/// A network that answers at once and writes nothing: what is measured is the outbox, and not where the posts go. Compiled here, as a third party
/// would ship it.
/// </summary>
internal static class BenchNetwork
{
    public const string Id = "bench";

    private const string Source = """
        using System.Threading;
        using System.Threading.Tasks;
        using PluginHost.Campaigns;
        using PluginHost.Sdk;

        public sealed class BenchPlugin : Plugin
        {
            [Network("bench", "Bench")]
            public Network Network(IHost host) => new AnsweringNetwork(host);
        }

        internal sealed class AnsweringNetwork(IHost host) : Network
        {
            public override Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel) =>
                Task.FromResult(new NetworkRules { Limit = 300, Source = "a benchmark", Repeats = Repeats.ByIdentity });

            public override Task<SendResult> SendAsync(Outgoing post, SendKey key, CancellationToken cancel) =>
                Task.FromResult<SendResult>(new Sent { RemoteId = key.Value, At = host.Clock.GetUtcNow() });
        }
        """;

    /// <summary>Writes the plugin into a folder.</summary>
    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "plugin.yaml"), $"id: {Id}\nname: Bench\nversion: 1.0.0\nsdk: ^1.0\nentry: Bench.dll\n");
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "Bench",
            [CSharpSyntaxTree.ParseText(Source)],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        var result = compilation.Emit(Path.Combine(folder, "Bench.dll"));
        if (!result.Success)
            throw new BenchmarkException($"The network of the benchmark does not compile:\n{string.Join('\n', result.Diagnostics)}");
    }
}
