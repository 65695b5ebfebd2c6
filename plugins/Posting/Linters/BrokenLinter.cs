using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Posting;

/// <summary>Finds characters that were lost on their way here, and such as were never meant to be read.</summary>
internal sealed class BrokenLinter : TextLinter
{
    protected override IEnumerable<Finding> Check(Lint lint)
    {
        for (var part = 0; part < lint.Parts.Count; part++)
        {
            var place = 0;
            while (place < lint.Parts[part].Length)
            {
                // What was no UTF-8 has become this character; half a surrogate pair would become it.
                var isWhole = Rune.DecodeFromUtf16(lint.Parts[part].AsSpan(place), out var rune, out var length) == System.Buffers.OperationStatus.Done;
                if (!isWhole || rune == Rune.ReplacementChar)
                {
                    yield return new Finding
                    {
                        Message = "The text has a broken character (U+FFFD). It was not read as UTF-8; write it anew.",
                        Range = new TextRange { Part = part, Start = place, Length = length },
                    };
                    break;
                }

                if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t'))
                {
                    yield return new Finding
                    {
                        Message = $"The text has a control character (U+{rune.Value:X4}), which no reader sees. Leave it out.",
                        Range = new TextRange { Part = part, Start = place, Length = length },
                        Fix = new Fix { Title = $"Leave U+{rune.Value:X4} out", Replacement = "" },
                    };
                    break;
                }

                place += length;
            }
        }
    }
}
