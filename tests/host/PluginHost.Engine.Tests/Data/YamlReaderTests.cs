using System.Text;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Workspaces;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PluginHost.Engine.Tests.Data;

/// <summary>The reader builds on the scanner and leaves the library's parser aside; here the two are held against each other.</summary>
public class YamlReaderTests
{
    private static readonly string[] Files =
    [
        "a: &x { b: [1, \"two\", 'three'] }\nc:\n  - *x\n  - |\n    text\n  - ? key\n    : value\n# note\nd: !!str 5\n",
        "plugins:\n  posting: { settings: { undo: 30s, tags: [a, b] } }\n  bluesky:\n  x.y: off\nprofiles:\n  \"@a\":\n    network: rehearsal\n",
        "- a\n-\n- - b\n  - c\n- d: 1\n  e:\n  - f\n  - g\n  h: >\n    folded\n    text\n",
        "%YAML 1.2\n---\n{a, b: , ? c, \"d\": [e: f, , {g}]}\n...\n",
        "list:\n- one: 1\n  two: 2\n- # nothing\nempty: {}\nnone: []\nlast: ~\n",
    ];

    [Fact]
    public void Should_Read_What_The_Parser_Reads()
    {
        const string Pieces = ":-?{}[],#&*!|>'\"%@` \t\n\nab1\\é~.<=";
        var random = new Random(29);
        var alike = 0;
        for (var round = 0; round < 10_000; round++)
        {
            // Given: a file with a few characters taken out or put in
            var text = Files[random.Next(Files.Length)];
            for (var damage = random.Next(4); damage > 0; damage--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) == 0 ? text.Remove(at, 1) : text.Insert(at, Pieces[random.Next(Pieces.Length)].ToString());
            }

            // When
            var problems = new FileProblems("a.yaml");
            var node = YamlReader.Read(text, problems);

            // Then
            if (problems.Any)
                continue;

            alike++;
            (node is null ? "\"\"" : Show(node)).ShouldBe(Parse(text), $"round {round}: {text}");
        }

        alike.ShouldBeInRange(3_000, 8_000);
    }

    private static string Show(YamlNode node) => node switch
    {
        YamlScalar scalar => $"\"{scalar.Text}\"",
        YamlSequence sequence => $"[{string.Concat(sequence.Items.Select(Show))}]",
        _ => $"{{{string.Concat(((YamlMapping)node).Entries.Select(entry => $"\"{entry.Key}\"{Show(entry.Value)}"))}}}",
    };

    private static string Parse(string text)
    {
        var parser = new Parser(new StringReader(text));
        var named = new Dictionary<string, string>();
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _) || parser.Accept<DocumentEnd>(out _))
            return "\"\"";

        var shown = Node();
        parser.Consume<DocumentEnd>();
        parser.Consume<StreamEnd>();
        return shown;

        string Node()
        {
            if (parser.TryConsume<AnchorAlias>(out var alias))
                return named[alias.Value.Value];

            var name = ((NodeEvent)parser.Current!).Anchor;
            var shown = new StringBuilder();
            if (parser.TryConsume<Scalar>(out var scalar))
            {
                shown.Append($"\"{scalar.Value}\"");
            }
            else if (parser.TryConsume<SequenceStart>(out _))
            {
                shown.Append('[');
                while (!parser.TryConsume<SequenceEnd>(out _))
                    shown.Append(Node());
                shown.Append(']');
            }
            else
            {
                parser.Consume<MappingStart>();
                shown.Append('{');
                while (!parser.TryConsume<MappingEnd>(out _))
                    shown.Append(Node());
                shown.Append('}');
            }

            if (!name.IsEmpty)
                named[name.Value] = shown.ToString();

            return shown.ToString();
        }
    }
}
