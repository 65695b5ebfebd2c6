namespace PluginHost.Terminal;

/// <summary>Something that can be picked from a <see cref="PickList"/>.</summary>
public sealed class PickItem
{
    private RichLine? _line;

    /// <summary>Makes one.</summary>
    /// <param name="title">What it is called.</param>
    public PickItem(string title) => Title = title;

    /// <summary>What it is called.</summary>
    public string Title { get; }

    /// <summary>Which characters of the title the query was found in, from left to right: they are set off.</summary>
    public IReadOnlyList<int> Matches { get; init; } = [];

    /// <summary>What stands at the end of its row: its keys, or where it comes from.</summary>
    public RichLine Detail { get; init; } = RichLine.Empty;

    /// <summary>Why it cannot be picked now; null where it can. It is shown in the place of the detail.</summary>
    public string? Refusal { get; init; }

    /// <summary>What it stands for.</summary>
    public object? Value { get; init; }

    internal RichLine Line => _line ??= Matches.Count == 0 ? RichLine.Of(Title) : Marked();

    internal RichLine End => field ??= Refusal is null ? Detail : RichLine.Of("off: " + Refusal, Roles.Dim);

    // A mark may stand on half of a pair of surrogates: the part takes in both.
    private RichLine Marked()
    {
        var parts = new List<Segment>();
        for (var start = 0; start < Title.Length;)
        {
            var isMarked = Matches.Contains(start);
            var end = start + 1;
            while (end < Title.Length && (Matches.Contains(end) == isMarked || char.IsLowSurrogate(Title[end])))
                end++;

            parts.Add(new Segment(Title[start..end], isMarked ? Roles.Match : Roles.Text));
            start = end;
        }

        return RichLine.Of([.. parts]);
    }
}
