using System.Globalization;

namespace PluginHost.Sdk;

/// <summary>The way to the network. A rehearsal replaces it.</summary>
public interface IHttp
{
    /// <summary>Sends a request. The transport repeats nothing by itself: whether a request may be sent again, the caller knows.</summary>
    /// <param name="request">The request. A User-Agent is added where there is none.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <returns>The answer, its content read whole. The caller disposes it.</returns>
    /// <exception cref="PluginHostException">The plugin's <c>needs</c> lack <c>network</c>.</exception>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel);

    /// <summary>
    /// Sends a request whose answer may be no longer than so much: for whoever asks strangers. Where the answer leads on, it is followed five times at most, over http and https alone, not from https to
    /// http, and never from a public address to one within this machine or its network. Where it ended, the answer's request says.
    /// </summary>
    /// <param name="request">The request. A User-Agent is added where there is none.</param>
    /// <param name="most">How many bytes the content may have. What is longer is given up on the way, and not held in memory.</param>
    /// <param name="cancel">Cancels the request.</param>
    /// <returns>The answer, its content read whole. The caller disposes it.</returns>
    /// <exception cref="PluginHostException">The plugin's <c>needs</c> lack <c>network</c>.</exception>
    /// <exception cref="HttpRequestException">No answer came, it was longer, or it led where nothing is followed.</exception>
    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long most, CancellationToken cancel)
    {
        var answer = await SendAsync(request, cancel);
        if ((await answer.Content.ReadAsByteArrayAsync(cancel)).LongLength <= most)
            return answer;

        answer.Dispose();
        throw TooLong(request, most);
    }

    /// <summary>
    /// The way to a server for one account: one client, with connections of its own. What only reads (GET, HEAD) is repeated where no answer came, the server is in trouble (5xx) or asks to wait (429, or
    /// a <c>Retry-After</c>, of half a minute at most): four times in all, with a pause that grows. Everything else is sent once, whatever becomes of it. No redirection is followed: what leads elsewhere is an answer like
    /// others, so that no token arrives where nobody sent it. The last requests of each account are recorded without their secrets, for whoever looks for what is wrong.
    /// </summary>
    /// <param name="account">For whom.</param>
    /// <returns>The way. The same account has the same client, as it was first asked for.</returns>
    IHttp For(HttpAccount account) => this;

    /// <summary>Opens a WebSocket (<c>ws</c>, <c>wss</c>). No redirection is followed. Where nothing at all comes for a minute, not even the answer to a ping, it counts as broken.</summary>
    /// <param name="request">A GET request with the address and what headers it needs. A User-Agent is added where there is none.</param>
    /// <param name="cancel">Gives up opening.</param>
    /// <returns>The socket. The caller disposes it; the host does so when the plugin is unloaded, and after the machine slept.</returns>
    /// <exception cref="PluginHostException">The plugin's <c>needs</c> lack <c>network</c>.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached, or answered with no WebSocket: then its status says what it answered.</exception>
    Task<IHttpSocket> ConnectAsync(HttpRequestMessage request, CancellationToken cancel) =>
        throw new PluginHostException($"This host opens no WebSockets, so {request.RequestUri?.Host} is not listened to.");

    /// <summary>What is thrown where an answer is longer than it may be.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">How many bytes it may have.</param>
    /// <returns>The exception.</returns>
    static HttpRequestException TooLong(HttpRequestMessage request, long most) => new(
        HttpRequestError.ConfigurationLimitExceeded,
        string.Create(CultureInfo.InvariantCulture, $"{request.RequestUri?.Host} answered with more than {most:N0} bytes. The rest was not read."));
}
