using System.Text;
using PluginHost.Campaigns;

namespace PluginHost.Posting.Links;

/// <summary>A text whose links say where they were read, and the way back to what was written.</summary>
internal sealed class LinkedText
{
    private readonly IReadOnlyList<LinkAddition> _additions;

    /// <param name="written">What was written.</param>
    /// <param name="additions">What is added, in the order of the text.</param>
    public LinkedText(string written, IReadOnlyList<LinkAddition> additions)
    {
        _additions = additions;
        var text = new StringBuilder(written);
        for (var i = additions.Count - 1; i >= 0; i--)
            text.Insert(additions[i].At, additions[i].Text);

        Text = additions.Count == 0 ? written : text.ToString();
    }

    /// <summary>The text as it leaves.</summary>
    public string Text { get; }

    /// <summary>A place of the text, in what was written. What was added has the place where it was.</summary>
    public TextRange Written(TextRange range)
    {
        var start = Written(range.Start);
        return range with { Start = start, Length = Math.Max(0, Written(range.Start + range.Length) - start) };
    }

    private int Written(int place)
    {
        var shift = 0;
        foreach (var addition in _additions)
        {
            if (place <= addition.At + shift)
                break;

            if (place < addition.At + shift + addition.Text.Length)
                return addition.At;

            shift += addition.Text.Length;
        }

        return place - shift;
    }
}
