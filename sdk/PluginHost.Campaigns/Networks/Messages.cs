namespace PluginHost.Campaigns;

/// <summary>Messages between two.</summary>
public abstract class Messages
{
    /// <summary>Sends a message, once.</summary>
    /// <param name="profile">Who writes.</param>
    /// <param name="handle">To whom.</param>
    /// <param name="text">What.</param>
    /// <param name="key">Names this send.</param>
    /// <param name="cancel">Cancels waiting; the outcome is then unknown, unless nothing has left yet.</param>
    /// <returns>What became of it.</returns>
    public abstract Task<SendResult> SendAsync(Profile profile, string handle, string text, SendKey key, CancellationToken cancel);
}
