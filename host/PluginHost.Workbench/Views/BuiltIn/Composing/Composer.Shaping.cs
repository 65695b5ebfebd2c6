using PluginHost.Campaigns;

namespace PluginHost.Workbench.Views.BuiltIn.Composing;

// What is done with the text for the person.
internal sealed partial class Composer
{
    private const int MostShown = 40;

    /// <summary>Puts into the text what mends a problem.</summary>
    public void Mend(Problem problem)
    {
        if (problem.Fix is not { } fix || PlaceOf(problem) is not var (start, length))
            return;

        Replace(Draft with { Text = Draft.Text.Remove(start, length).Insert(start, fix.Replacement) });
    }

    /// <summary>Makes threads of the parts that are too long: at sentences, then words, never inside a character, a link or a mention.</summary>
    /// <returns>Why not; null where it was done.</returns>
    public string? MakeThread()
    {
        var text = Draft.Text;
        while (Counted(Draft with { Text = text }).FirstOrDefault() is { Range: { } range } problem)
        {
            var profile = Chosen.First(chosen => chosen.Name == problem.Profile);
            var (written, rules) = (WrittenPost.Read(text), _rules[profile].Rules!);
            var variant = written.For(profile);
            var part = range.Part == 0 ? variant.Text : variant.More[range.Part - 1];
            var split = ThreadSplit.Of(part, rules);
            var start = written.PlaceOf(profile, new TextRange { Part = range.Part, Start = 0, Length = 0 });
            if (split.TooLong is { } piece)
                return Texts.Fill(Texts.ComposerUnbreakable, part.Substring(piece.Start, Math.Min(piece.Length, MostShown)), profile.Name);

            // A character that the network takes in no post does not go away by cutting; what stands in between would be cut away.
            if (split.Parts.Count < 2)
                return $"{problem}";

            if (!text.AsSpan(start).StartsWith(part, StringComparison.Ordinal))
                return Texts.ComposerMarked;

            text = text.Remove(start, part.Length).Insert(start, string.Join("\n---\n", split.Parts));
        }

        if (text == Draft.Text)
            return Texts.ComposerFits;

        Replace(Draft with { Text = text });
        return null;
    }

    /// <summary>Adds a picture behind a line.</summary>
    public void AddPicture(string file, string alt, int line)
    {
        var lines = Draft.Text.Split('\n').ToList();
        lines.Insert(Math.Min(line + 1, lines.Count), $"![{alt.Replace(']', ')')}]({file})");
        Replace(Draft with { Text = string.Join('\n', lines) });
    }
}
