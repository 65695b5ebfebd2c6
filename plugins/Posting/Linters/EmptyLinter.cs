using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Finds texts that say nothing.</summary>
internal sealed class EmptyLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint)
    {
        for (var part = 0; part < lint.Parts.Count; part++)
        {
            if (!string.IsNullOrWhiteSpace(lint.Parts[part]))
                continue;

            yield return new Finding
            {
                Message = lint.Parts.Count == 1
                    ? "The text is empty. Write something."
                    : string.Create(CultureInfo.InvariantCulture, $"Part {part + 1} of the thread is empty. Write something, or leave it out."),
                Range = new TextRange { Part = part, Start = 0, Length = lint.Parts[part].Length },
            };
        }
    }
}
