using PluginHost.Sdk;

namespace PluginHost.Workbench.Asking;

/// <summary>
/// The things of which there is a list, by the name that a parameter has for one of them: <c>profile</c>, <c>script</c>. Selected rows name them alike, so a
/// question for one offers those there are, whoever's command asks.
/// </summary>
internal sealed class ChoiceLists
{
    private readonly Dictionary<string, Func<IReadOnlyList<Choice>>> _lists = new(StringComparer.Ordinal);

    public void Add(string parameter, Func<IReadOnlyList<Choice>> list) => _lists.Add(parameter, list);

    /// <summary>What can be answered now; null where there is no list of it.</summary>
    public IReadOnlyList<Choice>? Of(string parameter) => _lists.GetValueOrDefault(parameter)?.Invoke();
}
