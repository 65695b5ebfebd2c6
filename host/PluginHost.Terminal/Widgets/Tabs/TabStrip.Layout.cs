namespace PluginHost.Terminal;

public sealed partial class TabStrip
{
    private const int Signs = 3;
    private const int SignFromRight = 2;
    private const int WidestTitle = 30;

    private bool HasBefore => _first > 0;

    private bool HasAfter { get; set; }

    private void LayOut(Canvas canvas)
    {
        _widths.Clear();
        var all = 0;
        foreach (var tab in _tabs)
        {
            var width = 1 + Math.Min(WidestTitle, TextWidth.Of(tab.Title.Text, canvas.Text)) + Signs;
            _widths.Add(width);
            all += width;
        }

        _first = all <= canvas.Width ? 0 : Math.Clamp(_first, 0, Math.Max(0, _tabs.Count - 1));
        if (_mustShow && _active is not null)
            Show(_tabs.IndexOf(_active), canvas.Width);

        // No room is left empty at the end while tabs are hidden at the beginning.
        while (_first > 0 && Fits(_first - 1, _tabs.Count - 1, canvas.Width))
            _first--;

        _mustShow = false;
        Place(canvas.Width);
    }

    private void Place(int width)
    {
        _places.Clear();
        HasAfter = !Fits(_first, _tabs.Count - 1, width);
        var x = HasBefore ? Arrow : 0;
        var end = HasAfter ? Math.Max(x, width - Arrow) : width;
        for (var i = 0; i < _tabs.Count; i++)
        {
            var taken = i < _first ? 0 : Math.Clamp(end - x, 0, _widths[i]);
            _places.Add(new Rect(x, 0, taken, 1));
            x += taken;
        }
    }

    private void Show(int index, int width)
    {
        _first = Math.Min(_first, index);
        while (_first < index && !Fits(_first, index, width))
            _first++;
    }

    /// <summary>Whether the tabs from one to another fit, with the arrows that are needed then.</summary>
    private bool Fits(int from, int to, int width)
    {
        var room = width - (from > 0 ? Arrow : 0) - (to < _tabs.Count - 1 ? Arrow : 0);
        for (var i = from; i <= to; i++)
            room -= _widths[i];

        return room >= 0;
    }
}
