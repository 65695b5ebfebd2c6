using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PluginHost.Engine.Workspaces.Editing;

/// <summary>Reads where things stand in a YAML text that is known to be sound. What it means, <see cref="WorkspaceFile"/> says.</summary>
internal sealed class PlacedReader
{
    private readonly string _text;
    private readonly Parser _events;

    private PlacedReader(string text)
    {
        _text = text;
        _events = new Parser(new StringReader(text));
    }

    /// <returns>The outermost piece; null where the text is empty.</returns>
    public static PlacedNode? Read(string text)
    {
        var reader = new PlacedReader(text);
        reader._events.Consume<StreamStart>();
        if (!reader._events.TryConsume<DocumentStart>(out _))
            return null;

        return reader.ReadNode();
    }

    private PlacedNode ReadNode()
    {
        if (_events.TryConsume<Scalar>(out var scalar))
            return ReadScalar(scalar);

        if (_events.TryConsume<MappingStart>(out var mapping))
            return ReadMapping(mapping);

        if (_events.TryConsume<SequenceStart>(out var sequence))
            return ReadSequence(sequence);

        var other = _events.Consume<ParsingEvent>();
        return Other(other.Start, (int)other.End.Index);
    }

    // A quoted "off" is a text as any other, and quoted nothing is one, too: neither is taken for the word that a program may change.
    private PlacedNode ReadScalar(Scalar scalar) => new()
    {
        Kind = scalar.Anchor.IsEmpty && scalar.Tag.IsEmpty ? PlacedKind.Scalar : PlacedKind.Other,
        Start = (int)scalar.Start.Index,
        End = TrimmedEnd((int)scalar.Start.Index, (int)scalar.End.Index),
        Text = scalar.Style == ScalarStyle.Plain ? scalar.Value : $"\"{scalar.Value}\"",
    };

    private PlacedNode ReadMapping(MappingStart start)
    {
        var entries = new List<PlacedEntry>();
        while (!_events.Accept<MappingEnd>(out _))
        {
            var key = ReadNode();
            var colon = _text.AsSpan(key.End).IndexOfAnyExcept(' ', '\t') is >= 0 and var gap && _text[key.End + gap] == ':' ? key.End + gap + 1 : -1;
            entries.Add(new PlacedEntry { Key = key.Text.Trim('"'), Start = key.Start, Colon = colon < 0 ? key.End : colon, HasColon = colon >= 0, Value = ReadNode() });
        }

        var end = _events.Consume<MappingEnd>();

        // Of a closing brace the scanner tells where it stands, and not where it ends.
        var isPlain = start.Anchor.IsEmpty && start.Tag.IsEmpty;
        var isFlow = start.Style == MappingStyle.Flow;
        var from = (int)start.Start.Index;
        return new PlacedNode
        {
            Kind = !isPlain ? PlacedKind.Other : isFlow ? PlacedKind.Flow : PlacedKind.Block,
            Start = from,
            End = isFlow ? (int)end.Start.Index + 1 : entries.Count > 0 ? entries.Max(entry => entry.End) : from,
            Entries = entries,
        };
    }

    private PlacedNode ReadSequence(SequenceStart start)
    {
        var last = (int)start.End.Index;
        while (!_events.Accept<SequenceEnd>(out _))
            last = ReadNode().End;

        var end = _events.Consume<SequenceEnd>();
        return Other(start.Start, start.Style == SequenceStyle.Flow ? (int)end.Start.Index + 1 : last);
    }

    private PlacedNode Other(Mark start, int end) => new() { Kind = PlacedKind.Other, Start = (int)start.Index, End = TrimmedEnd((int)start.Index, end) };

    // The scanner lets a text in lines end where the next one begins.
    private int TrimmedEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;

        return end;
    }
}
