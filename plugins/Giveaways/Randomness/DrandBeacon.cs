using System.Globalization;
using PluginHost.Giveaways.Draws;
using PluginHost.Sdk;

namespace PluginHost.Giveaways.Randomness;

/// <summary>
/// drand's quicknet, asked of several hosts: at least two must say the same, and none another thing. That the signature is the network's is not verified here, which
/// needs a BLS12-381 library; the proof says so.
/// </summary>
internal sealed class DrandBeacon(IHttp http, IReadOnlyList<string> relays) : IBeacon
{
    public const string Known = "drand quicknet";

    private const int Enough = 2;

    public string Name => Known;

    public async Task<BeaconRound> ReadAsync(long round, CancellationToken cancel)
    {
        var answers = await Task.WhenAll(relays.Distinct(StringComparer.OrdinalIgnoreCase).Select(relay => AskAsync(relay, round, cancel)));
        var told = answers.Where(answer => answer.Signature.Length > 0).ToList();
        var silent = string.Join("; ", answers.Where(answer => answer.Signature.Length == 0).Select(answer => $"{answer.Relay}: {answer.Problem}"));
        if (told.DistinctBy(answer => answer.Signature).Count() > 1)
        {
            throw new PluginHostException(string.Create(
                CultureInfo.InvariantCulture,
                $"The hosts do not agree on round {round}: {string.Join("; ", told.Select(answer => $"{answer.Relay} says {answer.Signature[..16]}…"))}. Nothing was drawn. "
                + $"It is asked again; where a host of the setting \"relays\" is wrong, take it out."));
        }

        return told.Count < Enough
            ? throw new PluginHostException(string.Create(
                CultureInfo.InvariantCulture,
                $"Round {round} must come from {Enough} hosts that agree, and came from {told.Count}. {silent}. Nothing was drawn; it is asked again. "
                + $"Or hand it in: giveaways.draw signature=…"))
            : new BeaconRound { Round = round, Signature = told[0].Signature, Sources = [.. told.Select(answer => answer.Relay)], Beacon = Known };
    }

    public async Task<BeaconRound> CheckAsync(BeaconRound handed, CancellationToken cancel)
    {
        var answers = await Task.WhenAll(relays.Distinct(StringComparer.OrdinalIgnoreCase).Select(relay => AskAsync(relay, handed.Round, cancel)));
        var told = answers.Where(answer => answer.Signature.Length > 0).ToList();
        if (told.Find(answer => answer.Signature != handed.Signature) is { } other)
        {
            throw new PluginHostException(string.Create(
                CultureInfo.InvariantCulture,
                $"The signature that was handed in is not the one of round {handed.Round}: {other.Relay} says {other.Signature[..16]}…, and {handed.Signature[..16]}… was handed in. Nothing was drawn."));
        }

        return handed with { Sources = told.Count == 0 ? [HandedIn.Unheard] : [HandedIn.Source, .. told.Select(answer => answer.Relay)] };
    }

    private async Task<RelayAnswer> AskAsync(string relay, long round, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"{(relay.Contains("://", StringComparison.Ordinal) ? relay : $"https://{relay}")}/{Quicknet.Chain}/public/{round}"));
            using var response = await http.SendAsync(request, cancel);
            return response.IsSuccessStatusCode
                ? RelayAnswer.Read(relay, round, await response.Content.ReadAsByteArrayAsync(cancel))
                : RelayAnswer.Silent(relay, string.Create(CultureInfo.InvariantCulture, $"answered {(int)response.StatusCode}"));
        }
        catch (Exception error) when (error is HttpRequestException || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return RelayAnswer.Silent(relay, error.Message);
        }
    }
}
