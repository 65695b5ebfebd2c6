namespace PluginHost.Sdk;

/// <summary>
/// What an occurrence has done and read so far. A script that was interrupted runs again from the top, and the journal answers whatever was done or read
/// before, in the order in which it was completed; only what is missing really happens. To be used on the script's own thread.
/// </summary>
public interface IJournal
{
    /// <summary>Whether the run goes on with one that was interrupted.</summary>
    bool IsResumed { get; }

    /// <summary>Does something once per occurrence.</summary>
    /// <param name="step">The step: what is done and the place in the script, such as <c>publish:daily.csx:5</c>. The journal adds the count.</param>
    /// <param name="body">What is done, in full. The same step with another body stops the run and asks.</param>
    /// <param name="effect">Does it. It must do nothing twice under one key: a kill may come between its end and the journal's entry.</param>
    /// <returns>What it gave, now or the first time.</returns>
    /// <exception cref="ChangedEffectException">The step was done before, with another body.</exception>
    Task<Effect> DoAsync(string step, string body, Func<EffectKey, Task<Effect>> effect);

    /// <summary>Asks something whose answer may differ from run to run.</summary>
    /// <param name="what">What is asked, and the place in the script where it is known.</param>
    /// <param name="read">Asks. What it throws is not kept: the next run asks again.</param>
    /// <returns>The answer, now or of the first time.</returns>
    Task<Value> AskAsync(string what, Func<Task<Value>> read);

    /// <summary>Reads something at once that may differ from run to run: a clock, a file, a random number.</summary>
    /// <param name="what">What is read.</param>
    /// <param name="read">Reads it. What it throws is not kept.</param>
    /// <returns>The answer, now or of the first time.</returns>
    Value Read(string what, Func<Value> read);
}
