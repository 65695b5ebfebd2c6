using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>
/// Finds the marks of a written post, as the composer reads them, in a text that goes out as it stands: whoever writes them on a command line or into a cell means
/// another part, another profile or a picture, and everybody would read three hyphens.
/// </summary>
internal sealed class MarkLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint)
    {
        for (var part = 0; part < lint.Parts.Count; part++)
        {
            var written = WrittenPost.Read(lint.Parts[part]);
            var variant = written.For(lint.Profile);
            var what = written.Names.Count > 0 ? "a heading for other profiles (===)"
                : variant.More.Count > 0 ? "the mark of another part (---)"
                : variant.Media.Count > 0 ? "a picture as the composer writes it (![…](…))"
                : variant.Extras != PostExtras.None ? "a mark of the composer (!warning, !for, !poll, !quote, !card)"
                : null;
            if (what is null)
                continue;

            yield return new Finding
            {
                Message = $"The text has {what}, which the composer alone reads, where it is written right. Here it would be said as it stands; posting.thread makes parts, and the composer takes the whole text.",
                Range = new TextRange { Part = part, Start = 0, Length = lint.Parts[part].Length },
            };
        }
    }
}
