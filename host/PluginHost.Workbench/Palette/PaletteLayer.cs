using PluginHost.Workbench.Finding;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Palette;

/// <summary>Finds everything: a sign first says what (<c>&gt;</c> commands, <c>:</c> views, <c>@</c> profiles, <c>?</c> keys), then a few letters which.</summary>
internal sealed class PaletteLayer : PickLayer
{
    private readonly IReadOnlyList<PaletteSource> _sources;
    private readonly Action<PaletteLayer> _close;
    private PaletteSource _source;
    private IReadOnlyList<(Candidate Candidate, FuzzyText Text)> _all = [];
    private List<(Candidate Candidate, FuzzyMatch Match)> _found = [];

    public PaletteLayer(IReadOnlyList<PaletteSource> sources, char sign, Action<PaletteLayer> close)
        : base(Texts.Palette)
    {
        _sources = sources;
        _close = close;
        _source = sources[0];
        Input.Set(sign.ToString());
        Input.Edited = Find;
        Use(SourceOf(Input.Text));
        Find();
    }

    public override string Placeholder => _source.Placeholder;

    public override int Count => _found.Count;

    public override string Empty => _source.Empty;

    public override ViewModel? Preview => Selected < 0 ? null : _found[Selected].Candidate.Preview?.Invoke();

    public override PickItem Item(int row)
    {
        var (candidate, match) = _found[row];
        return new PickItem
        {
            Text = Highlight.Of(candidate.Text, match.Places, candidate.Off is null ? Role.Text : Role.Dim),
            Detail = candidate.Off is null ? new Line(candidate.Detail, Role.Dim) : new Line(Texts.Fill(Texts.Off, candidate.Off), Role.Warning),
            Keys = candidate.Keys,
            Off = candidate.Off,
        };
    }

    // Picking what is off says why, and leaves the palette as it is: the person may want something else.
    private protected override void OnPicked(int row)
    {
        var candidate = _found[row].Candidate;
        if (candidate.Off is null)
            _close(this);

        candidate.Pick();
    }

    private PaletteSource SourceOf(string typed) =>
        (typed.Length == 0 ? null : _sources.FirstOrDefault(source => source.Sign == typed[0])) ?? _sources[0];

    private void Use(PaletteSource source)
    {
        _source = source;
        _all = [.. source.All().Select(candidate => (candidate, new FuzzyText(candidate.Text)))];
    }

    private void Find()
    {
        var source = SourceOf(Input.Text);
        if (source != _source)
            Use(source);

        var typed = Input.Text.Length > 0 && Input.Text[0] == source.Sign ? Input.Text[1..] : Input.Text;
        var query = new FuzzyQuery(typed);
        _found = new List<(Candidate, FuzzyMatch)>(_all.Count);
        foreach (var (candidate, text) in _all)
        {
            // The id is looked through too, for those who know it from a script.
            if (query.Match(text) is { } match)
                _found.Add((candidate, match));
            else if (query.Match(new FuzzyText(candidate.Id)) is { } byId)
                _found.Add((candidate, new FuzzyMatch(byId.Score / 2, [])));
        }

        if (!query.IsEmpty)
        {
            // What cannot be run is not lifted by having been used, and stands below an equal that can. A stable order: equals stay as they came.
            _found = [.. _found
                .OrderByDescending(found => found.Match.Score + (found.Candidate.Off is null ? found.Candidate.Recency : 0))
                .ThenBy(found => found.Candidate.Off is not null)];
        }

        Restart(0);
    }
}
