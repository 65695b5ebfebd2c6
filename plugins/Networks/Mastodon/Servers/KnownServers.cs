using System.Globalization;
using System.Net;
using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Mastodon;

/// <summary>
/// What servers say of themselves, asked for once an hour. Where one cannot be asked, what it said before holds on, and it is asked again after a minute: rules must not
/// make anybody wait.
/// </summary>
internal sealed class KnownServers(IHost host, Connection connection)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Dictionary<Uri, Server> _known = [];
    private readonly Dictionary<Uri, DateTimeOffset> _askAt = [];
    private readonly Dictionary<Uri, PluginHostException> _troubles = [];

    /// <summary>The rules for a profile; those that most servers have, where its server never said any.</summary>
    public async Task<NetworkRules> RulesForAsync(Profile profile, CancellationToken cancel)
    {
        try
        {
            return (await ReadAsync(profile, cancel)).Rules;
        }
        catch (PluginHostException error)
        {
            var usual = KnownNetworks.RulesOf("mastodon");
            return usual with { Source = $"{usual.Source}. {error.Message}" };
        }
    }

    /// <summary>What a profile's server says of itself, now or within the last hour, or what it said last.</summary>
    /// <exception cref="PluginHostException">It cannot be asked, and never said.</exception>
    public async Task<Server> ReadAsync(Profile profile, CancellationToken cancel)
    {
        var address = ServerAddress.Of(profile);
        if (_askAt.TryGetValue(address, out var askAt) && host.Clock.GetUtcNow() < askAt)
            return _known.GetValueOrDefault(address) ?? throw new PluginHostException(_troubles[address].Message);

        try
        {
            _known[address] = await AskAsync(profile, address, cancel);
            _askAt[address] = host.Clock.GetUtcNow() + Kept;
            return _known[address];
        }
        catch (PluginHostException error)
        {
            _askAt[address] = host.Clock.GetUtcNow() + Pause;
            _troubles[address] = error;
            return _known.GetValueOrDefault(address) ?? throw new PluginHostException(error.Message, error);
        }
    }

    /// <summary>Asks it anew, whatever is known.</summary>
    /// <exception cref="PluginHostException">It cannot be asked.</exception>
    public async Task<(Server Server, Answer Answer)> LookAsync(Profile profile, CancellationToken cancel)
    {
        var address = ServerAddress.Of(profile);
        var answer = await InstanceAsync(profile, address, cancel);
        return (ServerReader.Read(address, answer.Body, await NodeAsync(profile, address, cancel), host.Clock.GetUtcNow()), answer);
    }

    private async Task<Server> AskAsync(Profile profile, Uri address, CancellationToken cancel)
    {
        var instance = await InstanceAsync(profile, address, cancel);
        return ServerReader.Read(address, instance.Body, await NodeAsync(profile, address, cancel), host.Clock.GetUtcNow());
    }

    private async Task<Answer> InstanceAsync(Profile profile, Uri address, CancellationToken cancel)
    {
        Answer answer = null!;
        foreach (var version in (string[])["v2", "v1"])
        {
            answer = await TryAsync(profile, $"/api/{version}/instance", address, cancel);
            if (answer.IsSuccess && answer.Body.ValueKind == JsonValueKind.Object)
                return answer;

            if (answer.Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
                break;
        }

        throw connection.Trouble(profile, answer, "the limits of its server");
    }

    // Whoever has none is asked for none: then it is no Mastodon whose keys are known.
    private async Task<JsonElement> NodeAsync(Profile profile, Uri address, CancellationToken cancel)
    {
        var places = await TryAsync(profile, "/.well-known/nodeinfo", address, cancel);
        var named = places.Body.Items("links").Select(link => link.Text("href")).LastOrDefault(href => href.Length > 0);
        if (!places.IsSuccess || !Uri.TryCreate(address, named, out var place) || place.Authority != address.Authority)
            return IsPassing(places) ? throw connection.Trouble(profile, places, "what runs on its server") : default;

        var node = await TryAsync(profile, place.PathAndQuery, address, cancel);
        return node.IsSuccess ? node.Body : IsPassing(node) ? throw connection.Trouble(profile, node, "what runs on its server") : default;
    }

    private static bool IsPassing(Answer answer) => answer.Status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private async Task<Answer> TryAsync(Profile profile, string path, Uri address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        try
        {
            return await connection.SendAsync(profile, request, null, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new PluginHostException(string.Create(CultureInfo.InvariantCulture, $"{profile.Name}: the limits of its server could not be had. {NoAnswer.Words(error, address)}"), error);
        }
    }
}
