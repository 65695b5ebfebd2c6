using System.Reflection;
using PluginHost.Campaigns;
using PluginHost.Plugins.Testing;
using PluginHost.Sdk;

namespace PluginHost.Posting.Tests;

/// <summary>The linters of a posting plugin, called without a fence, and what a test says of them.</summary>
internal sealed class FakeLinters(PostingPlugin plugin, FakeHost host, IReadOnlyDictionary<string, Severity?> severities) : ILinters
{
    private readonly Dictionary<string, Linter> _made = [];

    public IReadOnlyList<LinterInfo> All =>
    [
        .. Declared.Select(pair => new LinterInfo
        {
            Id = pair.Linter.Id,
            Title = pair.Linter.Title,
            Plugin = "posting",
            Severity = severities.TryGetValue(pair.Linter.Id, out var said) ? said : pair.Linter.Severity,
        }),
    ];

    private static IEnumerable<(MethodInfo Method, LinterAttribute Linter)> Declared =>
        from method in typeof(PostingPlugin).GetMethods()
        let linter = method.GetCustomAttribute<LinterAttribute>()
        where linter is not null
        select (method, linter);

    public async Task<IReadOnlyList<Problem>> CheckAsync(Lint lint, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        foreach (var info in All.Where(info => info.Severity >= lint.AtLeast))
        {
            foreach (var finding in await Make(info.Id).CheckAsync(lint, cancel))
            {
                problems.Add(new Problem
                {
                    Rule = info.Id,
                    Severity = finding.Severity < info.Severity ? finding.Severity.Value : info.Severity!.Value,
                    Profile = lint.Profile.Name,
                    Range = finding.Range,
                    Fix = finding.Fix,
                    Message = finding.Message,
                });
            }
        }

        return problems;
    }

    private Linter Make(string id)
    {
        if (!_made.TryGetValue(id, out var made))
        {
            var method = Declared.Single(pair => pair.Linter.Id == id).Method;
            _made[id] = made = (Linter)method.Invoke(plugin, [.. method.GetParameters().Select(_ => host)])!;
        }

        return made;
    }
}
