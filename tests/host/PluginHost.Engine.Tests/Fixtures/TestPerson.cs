using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Fixtures;

/// <summary>Answers questions when the test says so.</summary>
internal sealed class TestPerson : IAsk
{
    public List<string> Asked { get; } = [];

    public TaskCompletionSource<string?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string?> ForTextAsync(string question, CancellationToken cancel)
    {
        Asked.Add(question);
        return Answer.Task.WaitAsync(cancel);
    }

    public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) => ForTextAsync(question, cancel);

    public async Task<bool> ForConfirmAsync(string question, CancellationToken cancel) => await ForTextAsync(question, cancel) == "y";
}
