using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Releases to the press, and what others publish. A plugin offers it as a service; the script global <c>Press</c> is made of it.</summary>
public interface IPress
{
    /// <summary>
    /// Arms a release: it is checked and committed as its files say now, and comes out at its embargo's instant, or at once where that has passed. The same release armed
    /// again is the same; what is out already stays out, and only what changed since comes out as its next version.
    /// </summary>
    /// <param name="order">Which release.</param>
    /// <param name="cancel">Cancels checking. What was committed stays.</param>
    /// <returns>The release as it stands then.</returns>
    /// <exception cref="WrongUseException">There is no such release, or its files say what cannot be. The message names file and line.</exception>
    /// <exception cref="NotPublishedException">A check stands against its teasers.</exception>
    Task<Release> ReleaseAsync(ReleaseOrder order, CancellationToken cancel);

    /// <summary>A release as it stands.</summary>
    /// <param name="name">Its name: its files' without language and ending.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The release; <see langword="null"/> where none of this name was ever armed.</returns>
    Task<Release?> FindAsync(string name, CancellationToken cancel);

    /// <summary>Takes what a feed has that this taker has not been given: each item once for ever.</summary>
    /// <param name="order">Which feed, and who takes.</param>
    /// <param name="cancel">Cancels asking.</param>
    /// <returns>The items, the oldest first. The same effect is given the same items again.</returns>
    /// <exception cref="PluginHostException">The feed cannot be had, or is none. The message says where it ceases to be one.</exception>
    Task<IReadOnlyList<FeedItem>> TakeAsync(FeedOrder order, CancellationToken cancel);
}
