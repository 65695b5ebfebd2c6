using System.Globalization;
using PluginHost.Engine;
using PluginHost.Engine.Rehearsing;
using PluginHost.Engine.Trust;
using PluginHost.Sdk;

namespace PluginHost.Benchmarks.Rehearse;

/// <summary>A workspace with four profiles whose followers reply a thousand times a day in all, and a script that hears every one of them.</summary>
internal sealed class RehearsePlace
{
    /// <summary>Of the thousand followers of each profile, so many reply to a post.</summary>
    private const double Reply = 0.25;

    private static readonly string[] Profiles = ["@one", "@two", "@three", "@four"];

    private static readonly DateTimeOffset From = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly EngineOptions _options;
    private readonly string _script;

    private RehearsePlace(EngineOptions options, string script) => (_options, _script) = (options, script);

    public static RehearsePlace Make(TemporaryFolder temporary)
    {
        var root = temporary.Under("workspace");
        Directory.CreateDirectory(root);
        string[] lines =
        [
            "zone: UTC",
            "plugins:",
            "  posting:",
            "  rehearsal: { settings: { followers: 1000, audience: audience.yaml } }",
            "profiles:",
            .. Profiles.Select(profile => $"  \"{profile}\": {{ network: rehearsal, language: en }}"),
        ];
        File.WriteAllLines(Path.Combine(root, "plugins.yaml"), lines);
        File.WriteAllText(Path.Combine(root, "audience.yaml"), string.Create(CultureInfo.InvariantCulture, $$"""
            groups:
              - name: talkative
                share: 1
                languages: [en]
                chances: { reply: {{Reply}} }
                delay: { from: 20s, to: 12h }
                replies: { en: [ "You made my day.", "Are you open on Sundays too?", "How long will this last?" ] }
            """));
        File.WriteAllText(Path.Combine(root, "month.csx"), """
            var heard = 0;
            await foreach (var morning in Every(Hours(24)))
            {
                var post = await Publish.On("@one", $"Day {morning:d}").On("@two", $"Day {morning:d}").On("@three", $"Day {morning:d}").On("@four", $"Day {morning:d}");
                await foreach (var reply in post.Replies.Until(morning.AddHours(13)))
                    heard++;

                Say($"{heard}");
            }
            """);
        var options = new EngineOptions
        {
            WorkspaceFile = Path.Combine(root, "plugins.yaml"),
            User = UserFolders.Under(temporary.Under("home")),
            Person = new Nobody(),
            Given = GivenTrust.Everything,
        };
        return new RehearsePlace(options, Path.Combine(root, "month.csx"));
    }

    /// <summary>Rehearses some days.</summary>
    /// <param name="days">How many.</param>
    /// <param name="look">Called with the folder of what was written, before it is thrown away.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <returns>How many replies were heard, the milliseconds, and those of the processor.</returns>
    public async Task<(int Heard, double Milliseconds, double Processor)> RunAsync(int days, Action<string>? look, CancellationToken cancel)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var used = Environment.CpuUsage.TotalTime;
        var looking = TimeSpan.Zero;
        var report = await Rehearser.RunAsync(
            _options,
            new RehearsalRequest
            {
                Script = _script,
                From = From,
                Until = From.AddDays(days),
                Starts = [From.AddHours(9)],
                Seed = "1",
                Looking = folder =>
                {
                    used -= Environment.CpuUsage.TotalTime;
                    var since = TimeProvider.System.GetTimestamp();
                    look?.Invoke(folder);
                    looking = TimeProvider.System.GetElapsedTime(since);
                    used += Environment.CpuUsage.TotalTime;
                },
            },
            cancel);
        var processor = Environment.CpuUsage.TotalTime - used;
        var wall = TimeProvider.System.GetElapsedTime(begun) - looking;
        if (report.Problems.Count > 0 || report.Runs is not [{ Outcome: null, Said: [.., var last] }])
            throw new BenchmarkException($"The rehearsal did not go as it should: {string.Join("; ", report.Problems.Select(problem => problem.Text))}");

        var heard = int.Parse(last.Text, CultureInfo.InvariantCulture);
        var replies = report.Counts.Sum(count => count.Replies);
        return heard == replies ? (heard, wall.TotalMilliseconds, processor.TotalMilliseconds) : throw new BenchmarkException($"Of {replies} replies, the script has heard {heard}.");
    }

    private sealed class Nobody : IAsk
    {
        public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw new NotSupportedException(question);

        public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw new NotSupportedException(question);

        public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw new NotSupportedException(question);
    }
}
