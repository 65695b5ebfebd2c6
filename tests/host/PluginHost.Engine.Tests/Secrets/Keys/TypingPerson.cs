using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets.Keys;

/// <summary>Types passphrases, in order; null is Esc. Without any, nobody is there.</summary>
internal sealed class TypingPerson(params string?[] answers) : IAsk
{
    private readonly Queue<string?> _answers = new(answers);

    public List<string> Asked { get; } = [];

    public Task<string?> ForSecretAsync(string question, CancellationToken cancel)
    {
        Asked.Add(question);
        return _answers.TryDequeue(out var answer) ? Task.FromResult(answer) : throw new NobodyAnswersException(question);
    }

    public Task<string?> ForTextAsync(string question, CancellationToken cancel) => throw new InvalidOperationException($"A secret is not asked for as a text: {question}");

    public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => throw new InvalidOperationException(question);

    public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => throw new InvalidOperationException(question);
}
