using System.Text.Json;
using PluginHost.Giveaways.Draws;

namespace PluginHost.Giveaways.Randomness;

/// <summary>What one host has said of a round. What does not fit in itself counts as no answer.</summary>
internal sealed record RelayAnswer
{
    private const int Longest = 10_000;

    public required string Relay { get; init; }

    /// <summary>The signature in hexadecimal; empty where there is none.</summary>
    public string Signature { get; init; } = "";

    public string Problem { get; init; } = "";

    public static RelayAnswer Silent(string relay, string problem) => new() { Relay = relay, Problem = problem };

    public static RelayAnswer Read(string relay, long round, byte[] content)
    {
        if (content.Length > Longest)
            return Silent(relay, "said far too much");

        try
        {
            using var json = JsonDocument.Parse(content);
            var told = json.RootElement;
            var signature = told.GetProperty("signature").GetString() ?? "";
            if (told.GetProperty("round").GetInt64() != round)
                return Silent(relay, "answered with another round");

            if (Hex.Read(signature, Quicknet.SignatureBytes) is not { } bytes)
                return Silent(relay, $"said what is no signature of {Quicknet.SignatureBytes} bytes");

            return told.GetProperty("randomness").GetString() == Hex.Of(Draw.RandomnessOf(bytes))
                ? new RelayAnswer { Relay = relay, Signature = signature }
                : Silent(relay, "said a randomness that is not the digest of its signature");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Silent(relay, "said what is no answer of drand");
        }
    }
}
