using System.Globalization;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Listening.Queries;

/// <summary>The query has an error.</summary>
internal sealed record QueryRefused : QueryReading
{
    // What is shown of a long query before and behind the place.
    private const int Around = 60;

    /// <summary>The query.</summary>
    public required string Text { get; init; }

    /// <summary>Where it is wrong, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>How much of it is wrong; 0 where something is missing.</summary>
    public required int Length { get; init; }

    /// <summary>What is wrong.</summary>
    public required string What { get; init; }

    /// <summary>What to do.</summary>
    public required string Cure { get; init; }

    /// <summary>The error as people read it, with the place under the query.</summary>
    public WrongUseException ToException() => new(ToText());

    public string ToText()
    {
        var from = Math.Max(0, Start - Around);
        var to = Math.Min(Text.Length, Start + Length + Around);
        var shown = new StringBuilder(Text[from..to]);
        for (var place = 0; place < shown.Length; place++)
        {
            if (char.IsControl(shown[place]))
                shown[place] = ' ';
        }

        // As many columns as a reader sees characters: a mark stands on its letter.
        var before = new StringInfo(Text[from..Start]).LengthInTextElements;
        var marked = Math.Max(1, new StringInfo(Text.Substring(Start, Length)).LengthInTextElements);
        var character = new StringInfo(Text[..Start]).LengthInTextElements + 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"The query cannot be read at character {character}: {What}. {Cure}\n  {shown}\n  {new string(' ', before)}{new string('^', marked)}");
    }
}
