using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing;

/// <summary>
/// A network under test, and what is behind it: what was really published, and how to make it behave badly. The author of a network derives from it; what a test cannot bring about is left
/// as it is, and the checks that need it are not asked.
/// </summary>
/// <remarks>A bench is made for each check, and begins with a network on which the profile has said nothing that the bench would tell.</remarks>
public abstract class NetworkBench : IAsyncDisposable
{
    /// <summary>Who speaks.</summary>
    public abstract Profile Profile { get; }

    /// <summary>The clock that the network goes by.</summary>
    /// <value>The machine's.</value>
    public virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>
    /// Opens the network, as a process does that has just started. Called again, it gives another one on the same service, with nothing of the first in its memory. Take it from
    /// <see cref="TestHost.NetworkAsync"/>: then it is as senders have it.
    /// </summary>
    /// <param name="cancel">Cancels opening.</param>
    /// <returns>The network.</returns>
    public abstract Task<Network> OpenAsync(CancellationToken cancel);

    /// <summary>What was published, whoever said it and whatever the network answered: the texts, oldest first. It is looked up behind the network's back.</summary>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>The texts.</returns>
    public abstract Task<IReadOnlyList<string>> PublishedAsync(CancellationToken cancel);

    /// <summary>Lets time pass: what is under way lands, what is decided happens.</summary>
    /// <param name="time">How much.</param>
    /// <param name="cancel">Cancels waiting.</param>
    /// <returns>A task that ends when it has passed.</returns>
    public virtual Task PassAsync(TimeSpan time, CancellationToken cancel) => Task.Delay(time, Clock, cancel);

    /// <summary>Lets the service publish the next post, and its answer be lost.</summary>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether this bench can.</returns>
    public virtual Task<bool> LoseNextAnswerAsync(CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Lets the service refuse the next post for good.</summary>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether this bench can.</returns>
    public virtual Task<bool> RefuseNextAsync(CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Lets the service say of the next post that it was asked too often.</summary>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether this bench can.</returns>
    public virtual Task<bool> LimitNextAsync(CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Lets people answer a post of the profile, each with a text of their own.</summary>
    /// <param name="post">The post.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether this bench can.</returns>
    public virtual Task<bool> AnswerAsync(Sent post, int count, CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Lets a stranger say something in public.</summary>
    /// <param name="text">What.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Whether this bench can.</returns>
    public virtual Task<bool> SayInPublicAsync(string text, CancellationToken cancel) => Task.FromResult(false);

    /// <inheritdoc />
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
