using System.Runtime.ExceptionServices;

namespace PluginHost.Terminal;

/// <summary>Something that was asked of a source which takes its time. The answer comes back on the screen's thread, unless it is no longer wanted.</summary>
internal sealed class Question<T>
{
    private readonly IFrames _frames;
    private readonly CancellationTokenSource _cancel = new();
    private readonly Action<T> _answered;
    private readonly Action<Exception>? _failed;

    private Question(IFrames frames, Action<T> answered, Action<Exception>? failed) => (_frames, _answered, _failed) = (frames, answered, failed);

    /// <summary>Asks.</summary>
    /// <param name="frames">The screen.</param>
    /// <param name="ask">What is asked, on the caller's thread until its first <c>await</c>.</param>
    /// <param name="answered">Takes in the answer.</param>
    /// <param name="failed">Takes in what was thrown; where it is null, that is thrown on the screen's thread.</param>
    public static Question<T> Ask(IFrames frames, Func<CancellationToken, Task<T>> ask, Action<T> answered, Action<Exception>? failed)
    {
        var question = new Question<T>(frames, answered, failed);
        _ = question.RunAsync(ask);
        return question;
    }

    /// <summary>Wants the answer no longer.</summary>
    public void Cancel() => _cancel.Cancel();

    private async Task RunAsync(Func<CancellationToken, Task<T>> ask)
    {
        try
        {
            var answer = await ask(_cancel.Token);
            Post(() => _answered(answer));
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            // Nobody wants it any more.
        }
        catch (Exception exception)
        {
            Post(() => Fail(exception));
        }
    }

    private void Post(Action act) => _frames.Post(() =>
    {
        if (!_cancel.IsCancellationRequested)
            act();
    });

    private void Fail(Exception exception)
    {
        if (_failed is null)
            ExceptionDispatchInfo.Throw(exception);

        _failed(exception);
    }
}
