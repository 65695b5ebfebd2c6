using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Inbox.Tests;

/// <summary>Nobody looks at texts here, unless a test objects to all of them.</summary>
internal sealed class NoLinters : ILinters
{
    /// <summary>What stands against every text; empty: nothing.</summary>
    public string Objection { get; set; } = "";

    public IReadOnlyList<LinterInfo> All => [];

    public Task<IReadOnlyList<Problem>> CheckAsync(Lint lint, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Problem>>(
        Objection.Length == 0 ? [] : [new Problem { Rule = "test.objection", Severity = Severity.Error, Message = Objection }]);
}
