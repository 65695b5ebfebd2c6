namespace PluginHost.Campaigns;

/// <summary>The linters of all plugins. The host offers it as a service, to publishers above all.</summary>
public interface ILinters
{
    /// <summary>The linters of the workspace, with those that it has switched off.</summary>
    IReadOnlyList<LinterInfo> All { get; }

    /// <summary>Lets every linter that is on look at a variant. Plugins that bring one are activated.</summary>
    /// <param name="lint">What is to be looked at.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>
    /// What they found. A linter that threw, hung or cannot be used is among it as a warning with its own id: whoever goes on knows that it has not looked.
    /// </returns>
    Task<IReadOnlyList<Problem>> CheckAsync(Lint lint, CancellationToken cancel);
}
