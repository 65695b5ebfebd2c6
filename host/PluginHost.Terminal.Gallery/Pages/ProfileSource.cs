using System.Collections;
using System.Globalization;

namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>100,000 profiles, made when they are looked at. A number that is typed comes first.</summary>
internal sealed class ProfileSource : IPickSource, IReadOnlyList<PickItem>
{
    private int _first;

    public int Count => 100_000 - _first;

    public PickItem this[int index] => new(string.Create(CultureInfo.InvariantCulture, $"@profile{_first + index:00000}"));

    public IReadOnlyList<PickItem> Find(string query)
    {
        _first = int.TryParse(query, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 99_999) : 0;
        return this;
    }

    public IEnumerator<PickItem> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
