using System.Globalization;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Finds what is too long for its network, and where it begins to be.</summary>
internal sealed class LengthLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint)
    {
        if (lint.Rules is not { } rules)
            yield break;

        for (var part = 0; part < lint.Parts.Count; part++)
        {
            var text = lint.Parts[part];
            var count = rules.Count(text, lint.Variant.Extras.Warning);
            if (count.RefusedAt is { } refused)
                yield return Refused(text, part, refused);

            if (count.Count > count.Limit || count.Bytes > count.ByteLimit)
                yield return new Finding { Message = Explain(count, part, lint), Range = Excess(text, part, rules, lint.Variant.Extras.Warning) };
        }
    }

    private static Finding Refused(string text, int part, int place) => new()
    {
        Message = $"There is a character (U+{(int)text[place]:X4}) that the network takes in no post. Leave it out.",
        Range = new TextRange { Part = part, Start = place, Length = 1 },
        Fix = new Fix { Title = $"Leave U+{(int)text[place]:X4} out", Replacement = "" },
    };

    private static string Explain(TextCount count, int part, Lint lint)
    {
        var over = count.Count > count.Limit ? count.Count - count.Limit : count.Bytes - count.ByteLimit;
        var where = lint.Parts.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"part {part + 1} has ") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{where}{count}; {over} too many");
    }

    private static TextRange Excess(string text, int part, NetworkRules rules, string warning)
    {
        var start = rules.Under(warning).FitsUpTo(text);
        return new TextRange { Part = part, Start = start, Length = text.Length - start };
    }
}
