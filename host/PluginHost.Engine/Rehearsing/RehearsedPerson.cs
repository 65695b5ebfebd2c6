using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Engine.Rehearsing;

/// <summary>Who stands in for the person: hears what the script says, and answers what it asks with what was given for it.</summary>
internal sealed class RehearsedPerson(StageClock clock, IReadOnlyList<KeyValuePair<string, string>> answers) : IScriptPerson, IAsk
{
    private readonly List<SaidLine> _said = [];

    public IAsk Ask => this;

    /// <summary>Takes what was said so far.</summary>
    public IReadOnlyList<SaidLine> TakeSaid()
    {
        IReadOnlyList<SaidLine> said = [.. _said];
        _said.Clear();
        return said;
    }

    public void Say(string text) => _said.Add(new SaidLine(clock.GetUtcNow(), text));

    public void Say(Value value) => Say(value.ToString());

    public Task<string?> ForTextAsync(string question, CancellationToken cancel) => Task.FromResult<string?>(AnswerTo(question, "TEXT"));

    public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel)
    {
        var answer = AnswerTo(question, choices.Count > 0 ? choices[0] : "TEXT");
        return Task.FromResult<string?>(choices.FirstOrDefault(choice => choice.Equals(answer, StringComparison.OrdinalIgnoreCase))
            ?? throw new PluginHostException($"\"{answer}\" is none of the answers to \"{question}\": {string.Join(", ", choices)}."));
    }

    public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => AnswerTo(question, "yes").ToLowerInvariant() switch
    {
        "y" or "yes" or "true" => Task.FromResult(true),
        "n" or "no" or "false" => Task.FromResult(false),
        var other => throw new PluginHostException($"\"{other}\" is no answer to \"{question}\". Give yes or no."),
    };

    private string AnswerTo(string question, string example)
    {
        foreach (var (part, answer) in answers)
        {
            if (question.Contains(part, StringComparison.OrdinalIgnoreCase))
                return answer;
        }

        throw new PluginHostException($"\"{question}\" is asked, and nobody is there in a rehearsal. Give the answer: --answer \"{question}={example}\"; a part of the question will do.");
    }
}
