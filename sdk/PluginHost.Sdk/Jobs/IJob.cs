namespace PluginHost.Sdk;

/// <summary>A job as the work sees it.</summary>
public interface IJob
{
    /// <summary>Cancelled when the person, the caller or the host cancels the job.</summary>
    CancellationToken Cancel { get; }

    /// <summary>Tells how far the work is.</summary>
    /// <param name="done">The part that is done, from 0 to 1.</param>
    /// <param name="text">What is being done now; empty leaves it as it was.</param>
    void Report(double done, string text);

    /// <summary>Goes through items and reports progress with each. Ends early, by exception, where the job is cancelled.</summary>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>The same items.</returns>
    /// <exception cref="OperationCanceledException">The job was cancelled.</exception>
    IEnumerable<T> Track<T>(IReadOnlyCollection<T> items);
}
