using PluginHost.Listening.Folding;

namespace PluginHost.Listening.Matching;

/// <summary>The words of one post in all their forms, so that a query for one costs a look.</summary>
internal sealed class WordSets
{
    private readonly HashSet<string> _exact = new(StringComparer.Ordinal);
    private readonly HashSet<string> _loose = new(StringComparer.Ordinal);

    public WordSets(ReadText text)
    {
        foreach (var word in text.Words)
        {
            _exact.Add(word.Exact);
            _loose.Add(word.Folded);
            _loose.Add(word.Spelled);
        }
    }

    public bool Has(Word asked) => asked.HasMarks ? _exact.Contains(asked.Exact) : _loose.Contains(asked.Folded);
}
