using System.Globalization;
using PluginHost.Engine.Ways.Exchanges;
using PluginHost.Sdk;
using Polly;

namespace PluginHost.Engine.Ways.Accounts;

/// <summary>
/// One plugin's way to a server for one account: how long an attempt may take, what is asked again, and the record of it. How an attempt is made it leaves to others, so that a test's stand-in is
/// asked as a server is.
/// </summary>
/// <param name="plugin">What the plugin may.</param>
/// <param name="account">For whom.</param>
/// <param name="attempt">Sends a request once, and reads the answer whole: no more of it than so many bytes.</param>
/// <param name="connect">Opens a WebSocket.</param>
/// <param name="tools">The clock, chance and the record.</param>
/// <param name="ended">Cancelled when the plugin leaves.</param>
internal sealed class AccountWay(
    Needs plugin,
    HttpAccount account,
    Func<HttpRequestMessage, long, CancellationToken, Task<HttpResponseMessage>> attempt,
    Func<HttpRequestMessage, CancellationToken, Task<IHttpSocket>> connect,
    AccountTools tools,
    CancellationToken ended) : IHttp
{
    private readonly ResiliencePipeline<HttpResponseMessage> _repeats = Repeats.Of(tools.Clock, tools.Random);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => SendAsync(request, account.Most, cancel);

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, long most, CancellationToken cancel)
    {
        plugin.Require(Needs.Network);
        Agent.Sign(request, plugin.Plugin);
        Once.Ensure(request);
        most = Math.Min(most, account.Most);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, ended);
        try
        {
            return Repeats.AreHarmless(request) && request.Content is null
                ? await RepeatAsync(request, most, either.Token)
                : await AttemptAsync(request, most, 1, either.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Under the caller's own token, so that the caller knows it again.
            throw new OperationCanceledException(cancel);
        }
        catch (OperationCanceledException error) when (ended.IsCancellationRequested)
        {
            throw new HttpRequestException($"The plugin {plugin.Plugin} was unloaded while {request.RequestUri?.Authority} was asked. Whether it did what was asked is not known.", error);
        }
    }

    public IHttp For(HttpAccount other) => other.Name == account.Name
        ? this
        : throw new WrongUseException($"This is the way for {account.Name}. Ask host.Http for that of {other.Name}.");

    public async Task<IHttpSocket> ConnectAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        plugin.Require(Needs.Network);
        Agent.Sign(request, plugin.Plugin);
        var begun = new Begun(tools.Clock);
        try
        {
            var socket = await connect(request, cancel);
            Note(ExchangeWords.Opened(request), begun, 1);
            return socket;
        }
        catch (HttpRequestException error)
        {
            Note(ExchangeWords.Of(request, error), begun, 1);
            throw;
        }
    }

    private async Task<HttpResponseMessage> RepeatAsync(HttpRequestMessage request, long most, CancellationToken cancel)
    {
        // On the caller's own context: a pause is then followed by whoever watches what a plugin does.
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: true, cancel);
        try
        {
            var attempts = 0;
            return await _repeats.ExecuteAsync(
                async context => await AttemptAsync(Repeatable.Copy(request), most, ++attempts, context.CancellationToken), context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, long most, int number, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var begun = new Begun(tools.Clock);
        using var late = new CancellationTokenSource(account.Patience, tools.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            var answer = await attempt(request, most, either.Token);
            Note(await ExchangeWords.OfAsync(request, answer), begun, number);
            return answer;
        }
        catch (HttpRequestException error)
        {
            Note(ExchangeWords.Of(request, error), begun, number);
            throw;
        }
        catch (OperationCanceledException error) when (late.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            var told = new HttpRequestException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{request.RequestUri?.Authority} did not answer to the end within {account.Patience.TotalSeconds:0.###} seconds.{(Repeats.AreHarmless(request) ? "" : " Whether it did what was asked is not known.")}"),
                error);
            Note(ExchangeWords.Of(request, told), begun, number);
            throw told;
        }
    }

    private void Note(Exchange said, Begun begun, int number) => tools.Log?.Note(said with
    {
        Plugin = plugin.Plugin,
        Account = account.Name,
        At = begun.At,
        Took = begun.Elapsed,
        Attempt = number,
    });

    private readonly struct Begun(TimeProvider clock)
    {
        private readonly long _stamp = clock.GetTimestamp();

        public DateTimeOffset At { get; } = clock.GetUtcNow();

        public TimeSpan Elapsed => clock.GetElapsedTime(_stamp);
    }
}
