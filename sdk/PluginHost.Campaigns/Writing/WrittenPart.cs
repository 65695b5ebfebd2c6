namespace PluginHost.Campaigns;

/// <summary>One post of a section, and where each of its lines stands in what was written.</summary>
internal sealed class WrittenPart
{
    private readonly IReadOnlyList<WrittenLine> _lines;

    public WrittenPart(IReadOnlyList<WrittenLine> lines, IReadOnlyList<(Medium Medium, WrittenLine Line)> media)
    {
        var first = 0;
        var end = lines.Count;
        while (first < end && string.IsNullOrWhiteSpace(lines[first].Text))
            first++;

        while (end > first && string.IsNullOrWhiteSpace(lines[end - 1].Text))
            end--;

        _lines = [.. lines.Skip(first).Take(end - first)];
        Text = string.Join('\n', _lines.Select(line => line.Text));
        Media = [.. media.Select(pair => pair.Medium)];
        MediumLines = [.. media.Select(pair => pair.Line)];
    }

    public string Text { get; }

    public IReadOnlyList<Medium> Media { get; }

    /// <summary>The line on which each of them was written.</summary>
    public IReadOnlyList<WrittenLine> MediumLines { get; }

    /// <summary>Where in what was written a place of the text is.</summary>
    public int PlaceOf(int place)
    {
        var rest = Math.Max(0, place);
        foreach (var line in _lines)
        {
            if (rest <= line.Text.Length)
                return line.Place + rest;

            rest -= line.Text.Length + 1;
        }

        return _lines.Count == 0 ? 0 : _lines[^1].Place + _lines[^1].Text.Length;
    }
}
