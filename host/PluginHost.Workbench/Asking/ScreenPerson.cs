using PluginHost.Engine.Asking;
using PluginHost.Sdk;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Asking;

/// <summary>
/// The person at the screen, as plugins and scripts ask for answers. It is made before the engine, and answers once a workbench is there. One question
/// lies over the rest at a time; the others wait their turn.
/// </summary>
public sealed class ScreenPerson : IAsk
{
    private volatile Questions? _questions;

    /// <summary>Tries to open a page in the person's browser.</summary>
    internal Action<Uri> OpenPage { get; init; } = Browser.Open;

    /// <inheritdoc/>
    public Task<string?> ForTextAsync(string question, CancellationToken cancel) =>
        AskAsync<string?>(question, done => new TextQuestion(question, done), null, cancel);

    /// <inheritdoc/>
    public Task<string?> ForChoiceAsync(string question, IReadOnlyList<string> choices, CancellationToken cancel) =>
        ForChoiceAsync(question, [.. choices.Select(choice => new Choice { Text = choice })], cancel);

    /// <inheritdoc/>
    public Task<string?> ForChoiceAsync(string question, IReadOnlyList<Choice> choices, CancellationToken cancel) =>
        AskAsync<string?>(question, done => new ChoiceQuestion(question, [.. choices], done), null, cancel);

    /// <inheritdoc/>
    public Task<bool> ForConfirmAsync(string question, CancellationToken cancel) =>
        AskAsync(question, done => new ConfirmQuestion(question, [], Texts.Yes, Texts.No, done), false, cancel);

    /// <inheritdoc/>
    public Task<string?> ForSecretAsync(string question, CancellationToken cancel) =>
        AskAsync<string?>(question, done => new SecretQuestion(question, done), null, cancel);

    /// <inheritdoc/>
    public Task<Uri?> ForPageAsync(string question, Func<Uri, Task<Uri>> pageFor, CancellationToken cancel)
    {
        var questions = _questions ?? throw new PluginHostException(Texts.Fill(Texts.NobodyAtScreen, question));
        return new PageVisit(questions.Clock, OpenPage).MakeAsync(
            pageFor, (page, end) => AskAsync(question, done => new PageQuestion(question, page, questions.Copy, () => done(false)), false, end), cancel);
    }

    internal void Attach(Questions questions) => _questions = questions;

    internal void Leave() => _questions = null;

    private async Task<T> AskAsync<T>(string question, Func<Action<T>, Layer> make, T unanswered, CancellationToken cancel)
    {
        if (_questions is not { } questions)
            throw new PluginHostException(Texts.Fill(Texts.NobodyAtScreen, question));

        // The guest that asks goes on elsewhere, and not on the renderer's thread.
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new Question(question, taken => make(value =>
        {
            taken();
            answer.TrySetResult(value);
        }), () => answer.TrySetResult(unanswered));
        questions.Ask(asked);
        using var taken = cancel.Register(() =>
        {
            questions.TakeBack(asked);
            answer.TrySetCanceled(cancel);
        });
        return await answer.Task;
    }
}
