using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Linting;

/// <summary>
/// The linters that plugins contribute. Each is made once, when something is first checked, and leaves with its plugin. What one of them does wrong is a warning
/// of its own: it neither stops a post nor keeps the others from looking, and nobody goes on without being told.
/// </summary>
internal sealed class LinterDirectory(PluginRuntime plugins, Func<IReadOnlyList<LinterEntry>> entries) : ILinters
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MadeLinter> _made = new(StringComparer.Ordinal);

    public IReadOnlyList<LinterInfo> All =>
    [
        .. Known.Select(known => new LinterInfo { Id = known.Linter.Id, Title = known.Linter.Title, Plugin = known.Plugin, Severity = known.Severity }),
    ];

    private IEnumerable<KnownLinter> Known
    {
        get
        {
            var wanted = entries();
            foreach (var plugin in plugins.Catalog.Usable)
            {
                foreach (var linter in plugin.Contributions!.Linters)
                {
                    var entry = wanted.FirstOrDefault(entry => entry.Id == linter.Id);
                    yield return new KnownLinter(plugin.Id, linter, entry is null ? linter.Severity : entry.Severity);
                }
            }
        }
    }

    public async Task<IReadOnlyList<Problem>> CheckAsync(Lint lint, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        foreach (var known in Known.Where(known => known.Severity >= lint.AtLeast))
        {
            cancel.ThrowIfCancellationRequested();
            problems.AddRange(await CheckAsync(known, lint, cancel));
        }

        return problems;
    }

    private async Task<IEnumerable<Problem>> CheckAsync(KnownLinter known, Lint lint, CancellationToken cancel)
    {
        try
        {
            var made = await MakeAsync(known, cancel);
            var findings = await plugins.Fence.EnterAsync(
                made.Guest, $"the linter {known.Linter.Id}", Limit, token => made.Linter.CheckAsync(lint, token), cancel);

            // What a guest hands over is looked through here, where it can still be blamed.
            return [.. (findings ?? []).Where(finding => finding is not null).Select(finding => ProblemOf(finding, known, lint))];
        }
        catch (PluginHostException fault)
        {
            return [NotLooked(known, lint, fault.Message)];
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return [NotLooked(known, lint, "it gave up by itself.")];
        }
    }

    private static Problem NotLooked(KnownLinter known, Lint lint, string why) => new()
    {
        Rule = known.Linter.Id,
        Severity = Severity.Warning,
        Profile = lint.Profile.Name,
        Message = $"The linter {known.Linter.Id} ({known.Linter.Title}) has not looked at this: {why}",
    };

    private static Problem ProblemOf(Finding finding, KnownLinter known, Lint lint)
    {
        var range = IsWithin(finding.Range, lint) ? finding.Range : null;
        return new Problem
        {
            Rule = known.Linter.Id,
            Severity = finding.Severity < known.Severity ? finding.Severity.Value : known.Severity!.Value,
            Profile = lint.Profile.Name,
            Range = range,
            Medium = finding.Medium is { } medium && medium >= 0 && medium < lint.Variant.Media.Count ? medium : null,
            Fix = range is null ? null : finding.Fix,
            Message = finding.Message,
        };
    }

    // A place outside the text would throw where it is drawn, far from the plugin that gave it.
    private static bool IsWithin(TextRange? range, Lint lint) =>
        range is { Part: >= 0, Start: >= 0, Length: >= 0 } && range.Part < lint.Parts.Count && range.Start <= lint.Parts[range.Part].Length - range.Length;

    private async Task<MadeLinter> MakeAsync(KnownLinter known, CancellationToken cancel)
    {
        var guest = await plugins.ActivateAsync(known.Plugin, $"the linter {known.Linter.Id}", cancel);
        var id = known.Linter.Id;
        lock (_gate)
        {
            if (_made.TryGetValue(id, out var made) && made.Guest == guest)
                return made;
        }

        var linter = await plugins.Fence.EnterAsync(
            guest,
            string.Create(CultureInfo.InvariantCulture, $"making the linter {id}"),
            Limit,
            async token => await Handler.CallAsync(guest, known.Linter.Method, [], token) as Linter
                ?? throw new InvalidOperationException($"The linter {id} came as nothing."),
            cancel);
        var mine = new MadeLinter(guest, linter);
        lock (_gate)
        {
            if (_made.TryGetValue(id, out var first) && first.Guest == guest)
                return first;

            _made[id] = mine;
        }

        guest.Ledger.Add($"the linter {id}", () => Forget(id, mine));
        return mine;
    }

    private void Forget(string id, MadeLinter mine)
    {
        lock (_gate)
        {
            if (_made.GetValueOrDefault(id) == mine)
                _made.Remove(id);
        }
    }
}
