using System.Net;
using System.Text;

namespace PluginHost.Sdk.Testing;

/// <summary>
/// The network, as the test plays it. An answer is prepared with the beginning of the request's line, <c>GET https://example.org/</c>, and holds for every request that begins so; what was
/// prepared last goes first. A request that nobody has prepared fails the test. Nothing leaves the process. Requests for an account are repeated as the program does, where
/// they only read; the pauses are the clock's.
/// </summary>
public sealed partial class TestHttp
{
    private readonly Lock _gate = new();
    private readonly List<(string Line, Func<TestRequest, CancellationToken, Task<HttpResponseMessage>> Answer)> _prepared = [];
    private readonly List<TestRequest> _requests = [];
    private readonly List<string> _through = [];
    private readonly Unprepared _unprepared;

    internal TestHttp(Unprepared unprepared) => _unprepared = unprepared;

    /// <summary>The requests that were made, in order.</summary>
    public IReadOnlyList<TestRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    /// <summary>Answers 200 with a text, as JSON where it looks like it.</summary>
    /// <param name="line">How the request's line begins.</param>
    /// <param name="text">The content.</param>
    public void On(string line, string text) => On(line, _ => new HttpResponseMessage(HttpStatusCode.OK)
    {
        Content = new StringContent(text, Encoding.UTF8, text.StartsWith('{') || text.StartsWith('[') ? "application/json" : "text/plain"),
    });

    /// <summary>Answers with a status and no content.</summary>
    /// <param name="line">How the request's line begins.</param>
    /// <param name="status">The status.</param>
    public void On(string line, HttpStatusCode status) => On(line, _ => new HttpResponseMessage(status));

    /// <summary>Answers as the test says. Each answer is a new one: the plugin disposes it.</summary>
    /// <param name="line">How the request's line begins.</param>
    /// <param name="answer">Makes the answer. An <see cref="HttpRequestException"/> that it throws stands for a connection that failed.</param>
    public void On(string line, Func<TestRequest, HttpResponseMessage> answer) => On(line, (request, _) => Task.FromResult(answer(request)));

    /// <summary>Answers in its own time, which is the clock's.</summary>
    /// <param name="line">How the request's line begins.</param>
    /// <param name="answer">Makes the answer.</param>
    public void On(string line, Func<TestRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_gate)
            _prepared.Insert(0, (line, answer));
    }

    /// <summary>Lets the connection fail: whether the request arrived, nobody knows.</summary>
    /// <param name="line">How the request's line begins.</param>
    /// <param name="why">What the exception says.</param>
    public void Fail(string line, string why) => On(line, _ => throw new HttpRequestException(why));

    /// <summary>
    /// Lets requests pass, and WebSockets, to a server that the test has started: on loopback. They are noted all the same. How long one attempt may take is the clock's; what the server needs, the
    /// machine's.
    /// </summary>
    /// <param name="address">How the address begins: <c>http://127.0.0.1:2583</c>.</param>
    public void LetThrough(string address)
    {
        lock (_gate)
            _through.Add(address);
    }

    /// <summary>Whether a request passes; where it does, it is noted.</summary>
    internal bool LetsThrough(TestRequest request)
    {
        lock (_gate)
        {
            if (!_through.Any(address => request.Address.StartsWith(address, StringComparison.Ordinal)))
                return false;

            _requests.Add(request);
            return true;
        }
    }

    /// <summary>Takes a request.</summary>
    internal Task<HttpResponseMessage> AnswerAsync(TestRequest request, CancellationToken cancel)
    {
        Func<TestRequest, CancellationToken, Task<HttpResponseMessage>>? answer;
        lock (_gate)
        {
            _requests.Add(request);
            answer = _prepared.FirstOrDefault(prepared => request.ToString().StartsWith(prepared.Line, StringComparison.Ordinal)).Answer;
        }

        return answer is null
            ? throw _unprepared.Note($"Nobody has prepared an answer to {request}. Before it: host.Http.On(\"{request}\", …);")
            : answer(request, cancel);
    }
}
