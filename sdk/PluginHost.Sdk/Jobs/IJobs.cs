namespace PluginHost.Sdk;

/// <summary>Work that takes long, repeats, or runs beside the rest. The host ends all of it when the plugin is unloaded.</summary>
public interface IJobs
{
    /// <summary>Runs work that a person can watch and cancel. Its time does not count against the calling command's deadline.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="title">What is being done, as a person reads it.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Cancels the job, as the person can.</param>
    /// <returns>The work's result.</returns>
    Task<T> RunAsync<T>(string title, Func<IJob, Task<T>> work, CancellationToken cancel);

    /// <summary>Runs work without a result that a person can watch and cancel.</summary>
    /// <param name="title">What is being done, as a person reads it.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Cancels the job, as the person can.</param>
    /// <returns>A task that ends with the work.</returns>
    Task RunAsync(string title, Func<IJob, Task> work, CancellationToken cancel);

    /// <summary>Runs work now and then, on the host's clock, never twice at once. A run that throws is a fault; the next one comes all the same.</summary>
    /// <param name="interval">The time from the end of one run to the start of the next.</param>
    /// <param name="work">The work of one run.</param>
    /// <returns>Disposing it ends the repetition.</returns>
    IDisposable Every(TimeSpan interval, Func<CancellationToken, Task> work);

    /// <summary>
    /// Runs work beside the rest, until it ends or the plugin is unloaded. The place for loops. A person who leaves is asked whether to end it; for what loses nothing by that,
    /// there is <see cref="Resumable"/>.
    /// </summary>
    /// <param name="title">What is being done, as a person reads it.</param>
    /// <param name="work">The work; it must obey the token.</param>
    void Background(string title, Func<CancellationToken, Task> work);

    /// <summary>
    /// Runs work beside the rest that may be ended at any moment without a loss: whoever begins it anew goes on where it was, as one does who takes from a stream. A person
    /// who leaves is not asked about it, as they are about other work under way; they can watch and cancel it all the same.
    /// </summary>
    /// <param name="title">What is being done, as a person reads it.</param>
    /// <param name="work">The work; it must obey the token.</param>
    void Resumable(string title, Func<CancellationToken, Task> work);
}
