using PluginHost.Campaigns;

namespace Acme.Tone;

/// <summary>Finds the words, in every part of a thread. It runs while somebody types: it is quick, and asks nobody.</summary>
internal sealed class ToneLinter(IReadOnlyList<ToneWord> words) : Linter
{
    public override Task<IReadOnlyList<Finding>> CheckAsync(Lint lint, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        for (var part = 0; part < lint.Parts.Count; part++)
        {
            foreach (var word in words)
                findings.AddRange(Find(lint.Parts[part], part, word));
        }

        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    private static IEnumerable<Finding> Find(string text, int part, ToneWord word)
    {
        for (var at = text.IndexOf(word.Word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word.Word, at + word.Word.Length, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Finding
            {
                Message = $"We do not say \"{word.Word}\". Say \"{word.Instead}\".",
                Range = new TextRange { Part = part, Start = at, Length = word.Word.Length },
                Fix = new Fix { Title = $"Say \"{word.Instead}\"", Replacement = word.Instead },
            };
        }
    }
}
