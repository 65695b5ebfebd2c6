using System.Text.RegularExpressions;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Finds more than one cashtag: X refuses such a post from programs that pay by use (rule of 2026, self-serve).</summary>
internal sealed partial class CashtagLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint)
    {
        if (lint.Profile.RealNetwork != "x")
            yield break;

        for (var part = 0; part < lint.Parts.Count; part++)
        {
            foreach (var tag in Cashtag().Matches(lint.Parts[part]).Skip(1))
            {
                yield return new Finding
                {
                    Message = $"{tag.Value} is one cashtag too many: X takes one in a post. Write the others without the sign.",
                    Range = new TextRange { Part = part, Start = tag.Index, Length = tag.Length },
                    Fix = new Fix { Title = $"Write {tag.Value[1..]} without the sign", Replacement = tag.Value[1..] },
                };
            }
        }
    }

    // As twitter-text has it: one to six Latin letters, perhaps a point or underscore and one or two more, after a space or at the beginning.
    [GeneratedRegex(@"(?<![^\s\p{Cf}])\$[A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?(?![\p{L}\p{Nd}_$])", RegexOptions.CultureInvariant)]
    private static partial Regex Cashtag();
}
