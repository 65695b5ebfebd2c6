using PluginHost.Engine.Workspaces;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PluginHost.Engine.Data.Yaml;

/// <summary>
/// Reads a YAML file into nodes that know their lines: for workspaces, manifests and data alike. It stands on the parser's events alone,
/// because the start of the program waits for it and YamlDotNet's deserializer costs more than all else there.
/// </summary>
internal sealed class YamlReader
{
    private const int Deepest = 64;

    // A file of ten lines of aliases to aliases can mean a billion values.
    private const long MostFromAliases = 100_000;

    private readonly Parser _parser;
    private readonly FileProblems _problems;
    private readonly Stack<YamlFlow> _open = [];
    private Dictionary<string, YamlNode?>? _anchors;
    private long _fromAliases;
    private int _line = 1;

    private YamlReader(string text, FileProblems problems)
    {
        _parser = new Parser(new StringReader(text));
        _problems = problems;
    }

    private ParsingEvent Current => _parser.Current!;

    // Never less than what was passed: a pair in a flow list, [a: b], claims to stand on line 1.
    private int Line => Math.Max(_line, (int)Current.Start.Line);

    /// <summary>Reads a text. Problems are added to the list; a text that is no YAML yields no nodes at all.</summary>
    /// <returns>The outermost node; null where the file is empty or is no YAML.</returns>
    public static YamlNode? Read(string text, FileProblems problems)
    {
        text = text.TrimStart('\uFEFF');
        var reader = new YamlReader(text, problems);
        try
        {
            return reader.ReadFile();
        }
        catch (YamlException exception)
        {
            YamlSyntax.Explain(text, exception, reader._line, reader._open, problems);
        }

        return null;
    }

    private YamlNode? ReadFile()
    {
        Move(); // to the start of the stream
        Move(); // to its first document
        if (Current is not DocumentStart)
            return null;

        Move();
        var root = ReadNode(1);
        Move(); // past the document's end
        if (Current is DocumentStart)
            _problems.Add(Line, "a second document begins here (---). A file holds one.");

        return root;
    }

    // Stands on the first event of a node, and afterwards on the first one behind it. Null where the node cannot be used; the problem is noted.
    private YamlNode? ReadNode(int depth)
    {
        if (depth > Deepest)
        {
            _problems.Add(Line, $"this is nested more than {Deepest} levels deep. Lay it out flatter.");
            SkipNode();
            return null;
        }

        if (Current is AnchorAlias alias)
            return ReadAlias(alias);

        if (Current is not NodeEvent first)
            throw new YamlException(Current.Start, Current.End, "a value is expected here.");

        var name = first.Anchor.IsEmpty ? null : first.Anchor.Value;
        if (name is not null)
            (_anchors ??= new(StringComparer.Ordinal))[name] = null; // not yet whole

        YamlNode? node = first switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart sequence => ReadSequence(sequence, depth),
            _ => ReadMapping((MappingStart)first, depth),
        };

        if (name is not null)
            _anchors![name] = node;

        return node;
    }

    private YamlScalar ReadScalar(Scalar scalar)
    {
        CheckTag(scalar, "tag:yaml.org,2002:str");
        var node = new YamlScalar { Line = Line, Text = scalar.Value, IsPlain = scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty };
        Move();
        return node;
    }

    private YamlSequence ReadSequence(SequenceStart start, int depth)
    {
        CheckTag(start, "tag:yaml.org,2002:seq");
        var sequence = new YamlSequence { Line = Line };
        Enter(start.Style == SequenceStyle.Flow ? '[' : ' ');
        while (Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is { } item)
                sequence.Add(item);
        }

        Leave();
        return sequence;
    }

    private YamlMapping ReadMapping(MappingStart start, int depth)
    {
        CheckTag(start, "tag:yaml.org,2002:map");
        var mapping = new YamlMapping { Line = Line };
        Enter(start.Style == MappingStyle.Flow ? '{' : ' ');
        while (Current is not MappingEnd)
            ReadEntry(mapping, depth);

        Leave();
        return mapping;
    }

    private void ReadEntry(YamlMapping mapping, int depth)
    {
        var line = Line;
        var key = ReadKey();
        var value = ReadNode(depth + 1);
        if (key is null || value is null)
            return;

        if (mapping.Find(key) is { } known)
            _problems.Add(line, $"\"{key}\" stands here and on line {known.Line}. Keep one of them.");
        else
            mapping.Add(new YamlEntry { Key = key, Line = line, Value = value });
    }

    private string? ReadKey()
    {
        if (Current is not Scalar)
        {
            _problems.Add(Line, "a key must be a text.");
            SkipNode();
            return null;
        }

        var key = (YamlScalar)ReadNode(0)!;
        if (!key.IsPlain)
            return key.Text;

        if (key.Text.Length == 0)
        {
            _problems.Add(Line, "there is no key before the colon."); // the value's line: what is not there stands nowhere
            return null;
        }

        if (key.Text == "<<")
        {
            _problems.Add(key.Line, "\"<<\" merges in YAML 1.1 and means nothing in YAML 1.2. Write the keys out.");
            return null;
        }

        return key.Text;
    }

    private YamlNode? ReadAlias(AnchorAlias alias)
    {
        var line = Line;
        var name = alias.Value.Value;
        YamlNode? node = null;
        Move();
        if (_anchors is null || !_anchors.TryGetValue(name, out node))
        {
            _problems.Add(
                line,
                $"nothing above is named &{name}, so *{name} means nothing.{PluginHost.Sdk.Nearest.Hint(name, _anchors is null ? [] : _anchors.Keys)} "
                + "Put a text that begins with * in quotes.");
            return null;
        }

        if (node is null)
        {
            _problems.Add(line, $"*{name} stands inside what &{name} names. Nothing can contain itself.");
            return null;
        }

        if (_fromAliases > MostFromAliases)
            return null;

        _fromAliases += node.Size;
        if (_fromAliases <= MostFromAliases)
            return node;

        _problems.Add(line, $"aliases make this file larger than {MostFromAliases} values. Write fewer of them.");
        return null;
    }

    private void CheckTag(NodeEvent node, string known)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific && node.Tag.Value != known)
            _problems.Add(Line, $"the tag {node.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal)} means nothing here. Take it out.");
    }

    private void SkipNode()
    {
        var depth = 0;
        do
        {
            depth += Current.NestingIncrease;
            Move();
        }
        while (depth > 0);
    }

    private void Enter(char bracket)
    {
        _open.Push(new YamlFlow { Line = Line, Bracket = bracket });
        Move();
    }

    private void Leave()
    {
        _open.Pop();
        Move();
    }

    private void Move()
    {
        if (_parser.Current is not null)
            _line = Line;

        try
        {
            _parser.MoveNext();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // The parser's guards, which let go of some broken files without a place.
            throw new YamlException(new Mark(0, _line, 1), new Mark(0, _line, 1), exception.Message, exception);
        }
    }
}
