namespace PluginHost.Sdk.Testing;

/// <summary>Whom the host asks: the answers that the test has prepared.</summary>
internal sealed class AnsweringPerson(TestAnswers answers) : IAsk
{
    private static readonly Uri Back = new("http://127.0.0.1:49152/back/test");

    public Task<string?> ForTextAsync(string question, CancellationToken cancel) => AskAsync(question, PreparedKinds.Text, [], cancel);

    public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) =>
        AskAsync(question, PreparedKinds.Choice, choices, cancel);

    public async Task<bool> ForConfirmAsync(string question, CancellationToken cancel) =>
        await AskAsync(question, PreparedKinds.Confirmation, [], cancel) == PreparedKinds.Yes;

    public Task<string?> ForSecretAsync(string question, CancellationToken cancel) => AskAsync(question, PreparedKinds.Secret, [], cancel);

    public async Task<Uri?> ForPageAsync(string question, Func<Uri, Task<Uri>> pageFor, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await Task.Yield();
        var answer = answers.Take(question, PreparedKinds.Page, []);

        // Also where the person leaves it: the page was shown before.
        var page = await pageFor(Back);
        return answer.Lead?.Invoke(page, Back);
    }

    // A person takes time: whoever asks comes to an await, as in the program.
    private async Task<string?> AskAsync(string question, string kind, IReadOnlyList<string> choices, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await Task.Yield();
        return answers.Answer(question, kind, choices);
    }
}
