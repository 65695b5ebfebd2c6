using System.Collections;

namespace PluginHost.Terminal.Tests.Widgets.Picks;

/// <summary>More than anybody looks at, and counts how many were looked at.</summary>
internal sealed class ManyItems : IPickSource, IReadOnlyList<PickItem>
{
    public int Asked { get; private set; }

    public int Count => 100_000;

    public PickItem this[int index]
    {
        get
        {
            Asked++;
            return new PickItem($"item {index}");
        }
    }

    public IReadOnlyList<PickItem> Find(string query) => this;

    public IEnumerator<PickItem> GetEnumerator() => throw new InvalidOperationException("Nobody goes through all of them.");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
