using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Giveaways.Draws;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Tests.Fixtures;

/// <summary>Hosts of drand that say what a test wants. What they say by themselves follows from the round.</summary>
internal sealed class FakeDrand : IHttp
{
    public Dictionary<string, Func<long, string>> Says { get; } = [];

    public List<string> Asked { get; } = [];

    public static string SignatureOf(long round) => Hex.Of(SHA512.HashData(Encoding.UTF8.GetBytes($"round {round}")).AsSpan(0, Quicknet.SignatureBytes));

    public static string AnswerOf(long round) => Answer(round, SignatureOf(round), Hex.Of(SHA256.HashData(Convert.FromHexString(SignatureOf(round)))));

    public static string Answer(long round, string signature, string randomness) => $$"""{"round":{{round}},"randomness":"{{randomness}}","signature":"{{signature}}"}""";

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var address = request.RequestUri!;
        Asked.Add(address.ToString());
        address.AbsolutePath.ShouldStartWith($"/{Quicknet.Chain}/public/");
        var round = long.Parse(address.Segments[^1], CultureInfo.InvariantCulture);
        var answer = Says.TryGetValue(address.Host, out var says) ? says(round) : AnswerOf(round);
        return answer.Length == 0
            ? throw new HttpRequestException("nobody is there")
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) });
    }
}
