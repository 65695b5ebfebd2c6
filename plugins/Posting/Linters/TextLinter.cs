using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>A linter that needs nothing but what it is shown.</summary>
internal abstract class TextLinter : Linter
{
    public sealed override Task<IReadOnlyList<Finding>> CheckAsync(Lint lint, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Finding>>([.. Check(lint)]);

    protected abstract IEnumerable<Finding> Check(Lint lint);
}
