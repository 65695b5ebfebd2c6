namespace PluginHost.Terminal;

/// <summary>What a <see cref="PickList"/> picks from. It finds and ranks; the list only shows.</summary>
public interface IPickSource
{
    /// <summary>Finds what fits a query.</summary>
    /// <param name="query">What was typed; empty at first, when it is best to show what is near at hand.</param>
    /// <returns>What fits, the best first. Only what is seen of it is looked at.</returns>
    IReadOnlyList<PickItem> Find(string query);
}
