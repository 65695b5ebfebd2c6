using System.Net.Security;

namespace PluginHost.Engine.Ways.Accounts;

/// <summary>
/// The connections of one account. They follow no redirection, so that no token arrives where nobody sent it, and say of a certificate that they refuse whose it is and what is wrong with it. What else
/// went wrong they tell with the server's name and the cause; what kind of trouble it was stays as it is told, because whoever sent a post goes by that.
/// </summary>
internal sealed class AccountConnections : IConnections
{
    // The way out keeps the time itself, on the host's clock.
    private readonly HttpClient _client = new(MakeHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    // A server may end a connection at the moment at which a request goes down it, and then nobody knows whether the request arrived. What only reads is asked again; what does something takes a
    // connection of its own, so that a doubt is one that the network has made. Small servers, as they are met without TLS, end every connection without a word (snac does).
    private readonly HttpClient _fresh = new(MakeFreshHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long? most, CancellationToken cancel) =>
        await ReadWholeAsync(await BeginAsync(request, cancel), request, most ?? int.MaxValue, cancel);

    /// <summary>Sends a request, and reads no more of the answer than its head.</summary>
    public async Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await ClientFor(request).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException error)
        {
            throw Tell(request.RequestUri!, error);
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _fresh.Dispose();
    }

    /// <summary>What opens connections for an account: WebSockets too.</summary>
    public static SocketsHttpHandler MakeHandler()
    {
        var handler = SharedConnections.MakeHandler();
        handler.AllowAutoRedirect = false;
        handler.SslOptions = new SslClientAuthenticationOptions
        {
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) => errors == SslPolicyErrors.None ? true : throw new WrongCertificateException(certificate, chain, errors),
        };
        return handler;
    }

    private static SocketsHttpHandler MakeFreshHandler()
    {
        var handler = MakeHandler();
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        return handler;
    }

    private HttpClient ClientFor(HttpRequestMessage request) =>
        request.RequestUri!.Scheme == Uri.UriSchemeHttp || (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head) ? _fresh : _client;

    /// <summary>Reads an answer's content, where it is no longer than it may be.</summary>
    public static async Task<HttpResponseMessage> ReadWholeAsync(HttpResponseMessage answer, HttpRequestMessage request, long most, CancellationToken cancel)
    {
        try
        {
            await answer.Content.LoadIntoBufferAsync(most, cancel);
            return answer;
        }
        catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            answer.Dispose();
            throw Sdk.IHttp.TooLong(request, most);
        }
        catch (HttpRequestException error)
        {
            answer.Dispose();
            throw Tell(request.RequestUri!, error);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    /// <summary>The same trouble, in words that say where it was and what its cause.</summary>
    public static HttpRequestException Tell(Uri address, HttpRequestException error)
    {
        for (var cause = error.InnerException; cause is not null; cause = cause.InnerException)
        {
            if (cause is WrongCertificateException wrong)
                return new HttpRequestException(HttpRequestError.SecureConnectionError, $"{address.Authority} cannot be trusted: {wrong.Message}", error);
        }

        if (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
            return error;

        var what = error.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => "is not known by that name here",
            HttpRequestError.ConnectionError => "cannot be reached",
            HttpRequestError.SecureConnectionError => "speaks no TLS that this machine understands",
            _ => "did not answer to the end",
        };
        return new HttpRequestException(error.HttpRequestError, $"{address.Authority} {what}: {error.GetBaseException().Message}", error, error.StatusCode);
    }
}
