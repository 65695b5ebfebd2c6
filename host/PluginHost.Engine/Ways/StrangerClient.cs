using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PluginHost.Engine.Ways;

/// <summary>
/// Asks strangers, whose answers may lead anywhere. A redirect is followed a few times, over http and https alone, and never from the public web to an address within this machine or its
/// network: there stand servers that believe whoever reaches them. Where the first address is such a one itself, somebody here has meant it. No more of an answer is read than was asked for,
/// and of one that leads on, nothing.
/// </summary>
internal sealed class StrangerClient : IDisposable
{
    private const int MostRedirects = 5;
    private readonly Func<IPAddress, bool> _isInside;
    private readonly HttpClient _anywhere;
    private readonly HttpClient _public;

    /// <param name="makeHandler">Makes what opens connections.</param>
    /// <param name="isInside">Whether an address lies within this machine or its network.</param>
    public StrangerClient(Func<SocketsHttpHandler> makeHandler, Func<IPAddress, bool> isInside)
    {
        _isInside = isInside;
        _anywhere = Make(makeHandler());
        var handler = makeHandler();
        handler.ConnectCallback = ConnectAsync;
        _public = Make(handler);
    }

    /// <exception cref="HttpRequestException">No answer came, it was longer, or it led where nothing is followed. The message names both addresses.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long most, CancellationToken cancel)
    {
        var first = request.RequestUri!;
        var client = await IsInsideAsync(first, cancel) ? _anywhere : _public;
        for (var redirects = 0; ; redirects++)
        {
            var answer = await SendAsync(client, request, first, cancel);
            try
            {
                if (NextOf(answer, request) is not { } next)
                {
                    await answer.Content.LoadIntoBufferAsync(most, cancel);
                    return answer;
                }

                answer.Dispose();
                request = Follow(request, next, first, redirects);
                if (client == _public && await IsNamedInsideAsync(next, cancel) is { } inside)
                    throw LeadsInside(first, next, inside);
            }
            catch (HttpRequestException error) when (error.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
            {
                answer.Dispose();
                throw Sdk.IHttp.TooLong(request, most);
            }
            catch
            {
                answer.Dispose();
                throw;
            }
        }
    }

    public void Dispose()
    {
        _anywhere.Dispose();
        _public.Dispose();
    }

    private static HttpClient Make(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, Uri first, CancellationToken cancel)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
        catch (HttpRequestException error) when (error.InnerException is InsideAddressException inside)
        {
            throw LeadsInside(first, request.RequestUri!, inside.Address);
        }
    }

    private static Uri? NextOf(HttpResponseMessage answer, HttpRequestMessage request) =>
        answer.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
        && answer.Headers.Location is { } location
            ? new Uri(request.RequestUri!, location)
            : null;

    private static HttpRequestMessage Follow(HttpRequestMessage request, Uri next, Uri first, int redirects)
    {
        if (next.Scheme != Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttp)
            throw new HttpRequestException($"{first} leads to {next}, and only http and https are followed. Ask its owner for an address that is read directly.");

        if (request.RequestUri!.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
            throw new HttpRequestException($"{first} leads from https to {next}, where anybody on the way may change it. Ask its owner for an address with https.");

        if (redirects == MostRedirects)
            throw new HttpRequestException(
                string.Create(CultureInfo.InvariantCulture, $"{first} leads on more than {MostRedirects} times, the last time to {next}. Look where it leads, and take that address."));

        var following = new HttpRequestMessage(request.Method, next) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            // What proves to one server who asks is no other's.
            if (name != "Host" && (name is not ("Authorization" or "Cookie") || IsSameServer(request.RequestUri, next)))
                following.Headers.TryAddWithoutValidation(name, values);
        }

        return following;
    }

    private static bool IsSameServer(Uri one, Uri other) => Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private async Task<bool> IsInsideAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            return (await Dns.GetHostAddressesAsync(address.DnsSafeHost, cancel)).Any(_isInside);
        }
        catch (SocketException)
        {
            // Who asks for it says what is wrong with the name. Behind a proxy, it alone may know it.
            return false;
        }
    }

    // Before anything is sent there, also where a proxy would open the connection.
    private async Task<IPAddress?> IsNamedInsideAsync(Uri address, CancellationToken cancel) =>
        IPAddress.TryParse(address.DnsSafeHost, out var named) ? (_isInside(named) ? named : null)
        : address.DnsSafeHost.Equals("localhost", StringComparison.OrdinalIgnoreCase) || address.DnsSafeHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            ? (await Dns.GetHostAddressesAsync("localhost", cancel)).FirstOrDefault(_isInside)
            : null;

    // At the connection itself: a name may mean another address each time that it is looked up.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancel);

        // A proxy stands where it stands: it was not the stranger who named it.
        var isProxy = !host.Equals(context.InitialRequestMessage.RequestUri!.DnsSafeHost, StringComparison.OrdinalIgnoreCase);
        if (!isProxy && addresses.FirstOrDefault(_isInside) is { } inside)
            throw new InsideAddressException(inside);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static HttpRequestException LeadsInside(Uri first, Uri next, IPAddress address) => new(
        $"{first} leads to {next}, and that is {address}: an address within this machine or its network, to which the public web leads nobody. Where it is meant, give that address itself.");
}
