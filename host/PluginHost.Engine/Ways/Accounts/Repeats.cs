using PluginHost.Sdk;
using Polly;
using Polly.Retry;

namespace PluginHost.Engine.Ways.Accounts;

/// <summary>When what only reads is asked again: four times in all, later each time.</summary>
internal static class Repeats
{
    public const int Most = 4;

    /// <summary>Whoever asks to wait for longer is given back as the answer: the caller may have better to do.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<HttpResponseMessage> Of(TimeProvider clock, IRandom random)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        return builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = Most - 1,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            MaxDelay = Longest,
            Randomizer = random.NextDouble,
            ShouldHandle = arguments => ValueTask.FromResult(IsWorthIt(arguments.Outcome, clock)),
            DelayGenerator = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } answer ? RetryAfter.Of(answer, clock) : null),
        }).Build();
    }

    /// <summary>Whether a request that only reads may be made as often as one likes.</summary>
    public static bool AreHarmless(HttpRequestMessage request) => request.Method == HttpMethod.Get || request.Method == HttpMethod.Head;

    private static bool IsWorthIt(Outcome<HttpResponseMessage> outcome, TimeProvider clock) => outcome switch
    {
        // What will be the same the next time: a certificate, an answer that is too long.
        { Exception: HttpRequestException error } => error.HttpRequestError is not (HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded),
        { Result: { } answer } => (int)answer.StatusCode is 408 or 429 or >= 500 && !(RetryAfter.Of(answer, clock) > Longest),
        _ => false,
    };
}
