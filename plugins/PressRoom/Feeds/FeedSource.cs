using System.Net;
using PluginHost.Sdk;

namespace PluginHost.PressRoom.Feeds;

/// <summary>Fetches feeds: from the web, or from a file of the workspace.</summary>
internal sealed class FeedSource(IHost host)
{
    /// <summary>How many bytes a feed may have.</summary>
    public const int Most = 4 * 1024 * 1024;

    public static bool IsOnTheWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <param name="address">Where it is.</param>
    /// <param name="tag">What the server called the last answer; empty: nothing is known.</param>
    /// <param name="cancel">Cancels fetching.</param>
    /// <exception cref="PluginHostException">It cannot be had, or is none.</exception>
    public Task<FetchedFeed> FetchAsync(string address, string tag, CancellationToken cancel) =>
        IsOnTheWeb(address) ? AskAsync(address, tag, cancel) : ReadAsync(address, cancel);

    private async Task<FetchedFeed> ReadAsync(string file, CancellationToken cancel)
    {
        if (file.Contains("://", StringComparison.Ordinal))
            throw new WrongUseException($"{file}: feeds are read from addresses that begin with https:// or http://, or from files of the workspace.");

        await using var stream = await host.Workspace.OpenReadAsync(file, cancel);
        if (stream.Length > Most)
            throw FeedFault.At(file, $"it has {stream.Length:N0} bytes, and {Most / 1024 / 1024} MB are the most.");

        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, cancel);
        return new FetchedFeed { Items = FeedReader.Read(file, bytes, null) };
    }

    private async Task<FetchedFeed> AskAsync(string address, string tag, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1");
        if (tag.Length > 0)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);

        try
        {
            using var answer = await host.Http.SendAsync(request, Most, cancel);
            if (answer.StatusCode == HttpStatusCode.NotModified)
                return new FetchedFeed { Tag = tag };

            // Where it led somewhere else, both are told: the one that somebody has written down, and the one at which something is wrong.
            var found = answer.RequestMessage?.RequestUri ?? request.RequestUri!;
            var told = found == request.RequestUri ? address : $"{address} (which leads to {found})";
            if (!answer.IsSuccessStatusCode)
                throw new PluginHostException($"{told} answered with {(int)answer.StatusCode} {answer.ReasonPhrase}. {AdviceOn(answer.StatusCode)}");

            return new FetchedFeed
            {
                Items = FeedReader.Read(told, found, await answer.Content.ReadAsByteArrayAsync(cancel), answer.Content.Headers.ContentType?.CharSet),
                Tag = answer.Headers.ETag?.ToString() ?? "",
            };
        }
        catch (HttpRequestException error)
        {
            // Where it led somewhere else, the message begins with the address by itself.
            throw new PluginHostException(
                error.Message.StartsWith(request.RequestUri!.ToString(), StringComparison.Ordinal) ? $"This feed cannot be had: {error.Message}" : $"{address} cannot be had: {error.Message}", error);
        }
    }

    private static string AdviceOn(HttpStatusCode code) => code switch
    {
        HttpStatusCode.Gone => "It is gone for good: press.feed-remove takes it away.",
        HttpStatusCode.NotFound => "There is nothing at this address: look for the feed's new one.",
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "It is not for everybody: ask its owner.",
        _ => "It is asked again later.",
    };
}
