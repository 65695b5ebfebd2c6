using PluginHost.Engine.Workspaces;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace PluginHost.Engine.Data.Yaml;

/// <summary>
/// Reads a YAML file into nodes that know their lines: for workspaces, manifests and data alike. It stands on the scanner's tokens alone, because the
/// start of the program waits for it: YamlDotNet's parser compiles a regular expression for anchors before it has read anything, which takes longer
/// than reading. The productions are those of the tokens: a node is a scalar, an alias, or a collection in blocks or in brackets.
/// One file, because the productions call each other and read as one grammar.
/// </summary>
internal sealed class YamlReader
{
    private const int Deepest = 64;

    private readonly YamlTokens _tokens;
    private readonly FileProblems _problems;
    private readonly YamlAnchors _anchors;

    private YamlReader(string text, FileProblems problems)
    {
        _tokens = new YamlTokens(text);
        _problems = problems;
        _anchors = new YamlAnchors(problems);
    }

    private enum Place
    {
        Flow,
        Block,
        BlockAfterKey, // where a list may begin without being indented
    }

    private Token Current => _tokens.Current;

    private int Line => _tokens.Line;

    /// <summary>Reads a text. Problems are added to the list; a text that is no YAML yields no nodes at all.</summary>
    /// <returns>The outermost node; null where the file is empty or is no YAML.</returns>
    public static YamlNode? Read(string text, FileProblems problems)
    {
        try
        {
            return new YamlReader(text.TrimStart('\uFEFF'), problems).ReadFile();
        }
        catch (YamlStop stop)
        {
            problems.Add(stop.Line, stop.Message);
            return null;
        }
    }

    private YamlNode? ReadFile()
    {
        Move(); // past the start
        PassDirectives();
        var root = Current is StreamEnd or DocumentStart or DocumentEnd ? null : ReadNode(1, Place.Block);
        while (Current is DocumentEnd)
            Move();

        if (Current is DocumentStart)
            _problems.Add(Line, "a second document begins here (---). A file holds one.");
        else if (Current is not StreamEnd)
            throw new YamlStop(Line, "this does not belong to what stands above it. Is it indented wrongly, or does the text need quotes?");

        return root;
    }

    private void PassDirectives()
    {
        var hasDirectives = false;
        for (; Current is VersionDirective or TagDirective; Move())
        {
            hasDirectives = true;
            if (Current is VersionDirective { Version: var version } && version is not { Major: 1, Minor: <= 2 })
                throw new YamlStop(Line, $"this says that it is YAML {version.Major}.{version.Minor}. YAML 1.2 is read here.");
        }

        if (Current is DocumentStart)
            Move();
        else if (hasDirectives)
            throw new YamlStop(Line, "a line that begins with % is a directive, and --- must follow it.");
    }

    // Stands on the first token of a node, and afterwards on the first one behind it. Null where the node cannot be used; the problem is noted.
    private YamlNode? ReadNode(int depth, Place place)
    {
        if (depth > Deepest)
            throw new YamlStop(Line, $"this is nested more than {Deepest} levels deep. Lay it out flatter.");

        var line = Line;
        string? name = null;
        Tag? tag = null;
        while (true)
        {
            if (name is null && Current is Anchor anchor)
                name = anchor.Value.Value;
            else if (tag is null && Current is Tag given)
                tag = given;
            else
                break;

            Move();
        }

        if (name is not null)
            _anchors.Set(name, null);

        YamlNode? node;
        switch (Current)
        {
            case AnchorAlias alias when name is null && tag is null:
                return ReadAlias(alias);
            case Scalar scalar:
                node = new YamlScalar { Line = Line, Text = scalar.Value, IsPlain = scalar.Style == ScalarStyle.Plain && tag is null };
                Move();
                break;
            case FlowSequenceStart:
                node = ReadFlowSequence(depth);
                break;
            case FlowMappingStart:
                node = ReadFlowMapping(depth);
                break;
            case BlockSequenceStart when place != Place.Flow:
                node = ReadBlockSequence(depth);
                break;
            case BlockEntry when place == Place.BlockAfterKey:
                node = ReadEntries(depth, new YamlSequence { Line = Line });
                break;
            case BlockMappingStart when place != Place.Flow:
                node = ReadBlockMapping(depth);
                break;
            default:
                node = name is null && tag is null ? throw new YamlStop(Line, "a value is missing here.") : Nothing(line);
                break;
        }

        if (tag is not null)
            CheckTag(tag, line, node);

        if (name is not null)
            _anchors.Set(name, node);

        return node;
    }

    // A node that may be left out, as behind the colon of "key:".
    private YamlNode? ReadNodeOrNothing(int depth, Place place, int line)
    {
        var isLeftOut = place == Place.Flow
            ? Current is Value or FlowEntry or FlowSequenceEnd or FlowMappingEnd
            : Current is Key or Value or BlockEnd || (Current is BlockEntry && place == Place.Block);
        return isLeftOut ? Nothing(line) : ReadNode(depth, place);
    }

    private YamlSequence ReadBlockSequence(int depth)
    {
        var sequence = new YamlSequence { Line = Line };
        Move();
        ReadEntries(depth, sequence);
        if (Current is not BlockEnd)
            throw new YamlStop(Line, "a \"- item\" is wanted here, as above, or the line is indented wrongly.");

        Move();
        return sequence;
    }

    private YamlSequence ReadEntries(int depth, YamlSequence sequence)
    {
        while (Current is BlockEntry)
        {
            var line = Line;
            Move();
            if (ReadNodeOrNothing(depth + 1, Place.Block, line) is { } item)
                sequence.Add(item);
        }

        return sequence;
    }

    private YamlMapping ReadBlockMapping(int depth)
    {
        var mapping = new YamlMapping { Line = Line };
        Move();
        while (Current is Key or Value)
            ReadEntry(mapping, depth, Place.BlockAfterKey);

        if (Current is not BlockEnd)
            throw new YamlStop(Line, "a \"key: value\" is wanted here, indented like the ones above it.");

        Move();
        return mapping;
    }

    private YamlMapping ReadFlowMapping(int depth)
    {
        var mapping = new YamlMapping { Line = Line };
        OpenFlow('{');
        while (Current is not FlowMappingEnd)
        {
            var line = Line;
            if (Current is Key or Value)
                ReadEntry(mapping, depth, Place.Flow);
            else
                Add(mapping, line, ReadNode(depth + 1, Place.Flow), Nothing(line)); // { posting, rehearsal }

            PassComma(Current is FlowMappingEnd);
        }

        CloseFlow();
        return mapping;
    }

    private YamlSequence ReadFlowSequence(int depth)
    {
        var sequence = new YamlSequence { Line = Line };
        OpenFlow('[');
        while (Current is not FlowSequenceEnd)
        {
            if (Current is Key or Value)
            {
                var pair = new YamlMapping { Line = Line }; // [a: b] is a list of a mapping
                ReadEntry(pair, depth + 1, Place.Flow);
                sequence.Add(pair);
            }
            else if (ReadNode(depth + 1, Place.Flow) is { } item)
            {
                sequence.Add(item);
            }

            PassComma(Current is FlowSequenceEnd);
        }

        CloseFlow();
        return sequence;
    }

    private void ReadEntry(YamlMapping mapping, int depth, Place place)
    {
        var line = Line;
        YamlNode? key = Nothing(line);
        if (Current is Key)
        {
            Move();
            key = ReadNodeOrNothing(depth + 1, place, line);
        }

        YamlNode? value = Nothing(line);
        if (Current is Value)
        {
            line = Line;
            Move();
            value = ReadNodeOrNothing(depth + 1, place, line);
        }

        Add(mapping, key?.Line ?? line, key, value);
    }

    private void Add(YamlMapping mapping, int line, YamlNode? key, YamlNode? value)
    {
        if (key is null || value is null)
            return;

        if (key is not YamlScalar scalar)
            _problems.Add(line, "a key must be a text.");
        else if (scalar is { IsPlain: true, Text: "" })
            _problems.Add(value.Line, "there is no key before the colon."); // what is missing has no line of its own
        else if (scalar is { IsPlain: true, Text: "<<" })
            _problems.Add(line, "\"<<\" merges in YAML 1.1 and means nothing in YAML 1.2. Write the keys out.");
        else if (mapping.Find(scalar.Text) is { } known)
            _problems.Add(line, $"\"{scalar.Text}\" stands here and on line {known.Line}. Keep one of them.");
        else
            mapping.Add(new YamlEntry { Key = scalar.Text, Line = line, Value = value });
    }

    private YamlNode? ReadAlias(AnchorAlias alias)
    {
        var line = Line;
        Move();
        return _anchors.Find(alias.Value.Value, line);
    }

    private void CheckTag(Tag tag, int line, YamlNode? node)
    {
        var text = tag.Handle + tag.Suffix;
        var known = node is YamlScalar ? text is "!!str" or "!" : text is "!!map" or "!!seq" or "!";
        if (!known)
            _problems.Add(line, $"the tag {text} means nothing here. Take it out.");
    }

    private void OpenFlow(char bracket)
    {
        _tokens.Open.Push(new YamlFlow { Line = Line, Bracket = bracket });
        Move();
    }

    private void CloseFlow()
    {
        _tokens.Open.Pop();
        Move();
    }

    private void PassComma(bool isEnd)
    {
        if (Current is FlowEntry)
            Move();
        else if (!isEnd)
            throw new YamlStop(_tokens.Open.Peek().Line, _tokens.Open.Peek().NotClosed);
    }

    private static YamlScalar Nothing(int line) => new() { Line = line, Text = "", IsPlain = true };

    private void Move() => _tokens.Move();
}
