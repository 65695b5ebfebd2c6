using PluginHost.Engine.Ways;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>A piece of a random script: effects, answers, reads and yields, one after the other or at once.</summary>
internal sealed class LawNode
{
    private readonly string _kind;
    private readonly int _number;
    private readonly List<LawNode> _children = [];

    private LawNode(string kind, int number)
    {
        _kind = kind;
        _number = number;
    }

    public static LawNode Random(SeededRandom random, int depth, ref int number)
    {
        var kind = (depth > 0 ? random.Next(0, 6) : random.Next(2, 6)) switch
        {
            0 => "sequence",
            1 => "together",
            2 or 3 => "effect",
            4 => "answer",
            _ => "read",
        };
        var node = new LawNode(kind, ++number);
        for (var i = random.Next(2, 5); kind is "sequence" or "together" && i > 0; i--)
            node._children.Add(Random(random, depth - 1, ref number));

        return node;
    }

    /// <summary>Runs it. What it comes to depends on every result within, and what it does on every result before.</summary>
    public async Task<string> RunAsync(LawWorld world, IJournal journal, string before)
    {
        switch (_kind)
        {
            case "sequence":
                foreach (var child in _children)
                    before = await child.RunAsync(world, journal, before);

                return before;
            case "together":
                return string.Join('+', await Task.WhenAll(_children.Select(child => child.RunAsync(world, journal, before))));
            case "effect":
                // The step says the place, the body what came before.
                var effect = await journal.DoAsync($"do:{_number}", before, key => world.DoAsync(key, before, _number));
                world.Given($"do:{_number}={effect.Result}");
                return Digest(before, effect.Result);
            case "answer":
                var answer = await journal.AskAsync($"ask:{_number}", () => world.AnswerAsync(_number));
                world.Given($"ask:{_number}={answer}");
                return Digest(before, answer);
            default:
                var read = journal.Read("now", world.Read);
                world.Given($"now={read}");
                await Task.Yield();
                return Digest(before, read);
        }
    }

    private static string Digest(string before, Value value) => ScriptKey.NameOf($"{before} {value}");
}
