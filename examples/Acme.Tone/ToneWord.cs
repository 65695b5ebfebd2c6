namespace Acme.Tone;

/// <summary>A word that we do not say, and what we say instead.</summary>
internal sealed record ToneWord(string Word, string Instead)
{
    public static ToneWord? Read(string text) =>
        text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } word, { Length: > 0 } instead] ? new ToneWord(word, instead) : null;

    // What cannot be read, the check tells: a linter that threw would look at nothing.
    public static IReadOnlyList<ToneWord> ReadAll(IEnumerable<string> texts) => [.. texts.Select(Read).OfType<ToneWord>()];
}
