using PluginHost.Benchmarks.Measuring;
using PluginHost.Campaigns;
using PluginHost.Engine;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.Benchmarks.Lint;

/// <summary>An engine with posting, asked as the composer asks it: through the fence, by all linters.</summary>
internal sealed class LintSubject : IAsyncDisposable
{
    private const int Texts = 10;
    private readonly Engine.Engine _engine;
    private readonly IPublisher _publisher;

    private LintSubject(Engine.Engine engine, IPublisher publisher)
    {
        _engine = engine;
        _publisher = publisher;
    }

    public static async Task<LintSubject> OpenAsync(string file, string home, CancellationToken cancel)
    {
        var options = new EngineOptions { WorkspaceFile = file, User = UserFolders.Under(home), Person = new Nobody(), Given = GivenTrust.Everything };
        return Engine.Engine.Open(options) switch
        {
            EngineOpened { Engine: var engine } => new LintSubject(engine, await engine.GetPublisherAsync(cancel)),
            EngineRefused { Problems: var problems } => throw new BenchmarkException(string.Join('\n', problems)),
            var other => throw new BenchmarkException($"The workspace was opened as {other}."),
        };
    }

    /// <summary>The first check takes in all that was said before.</summary>
    public Sample CatchUp() => Stopwatch.Time(() => Find("a text that begins it all"));

    /// <summary>Checks ten texts; what one of them took.</summary>
    public Sample Check(string text, bool isKnown)
    {
        var sample = Stopwatch.Time(() =>
        {
            for (var time = 0; time < Texts; time++)
            {
                // What was not found would be fast.
                if (Find(text) != isKnown)
                    throw new BenchmarkException($"\"{text}\" was {(isKnown ? "not " : "")}found.");
            }

            return Texts;
        });
        return new Sample(sample.Wall / Texts, sample.Processor / Texts);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private bool Find(string text)
    {
        var plan = new PostPlan { Variants = [new Variant { Profile = LintPlace.Profiles[0], Text = text }], AskedBy = "a benchmark" };
        var problems = Task.Run(() => _publisher.CheckAsync(plan, CancellationToken.None)).GetAwaiter().GetResult();
        return problems.Any(problem => problem.Rule is "posting.sibling" or "posting.repetition");
    }

    private sealed class Nobody : IAsk
    {
        public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw Absent();

        public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw Absent();

        public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw Absent();

        private static PluginHostException Absent() => new("Nobody is there to answer.");
    }
}
