using System.Security.Cryptography;
using System.Text;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>
/// Sends one target, once: commits that it is on its way, sends, commits what became of it. Nothing is repeated here, and nothing is guessed:
/// whatever is not an answer of the network is unknown.
/// </summary>
internal sealed class Sender(Outbox outbox, TimeProvider clock)
{
    /// <summary>How long the network may take. It is shorter than <see cref="Outbox.Quarantine"/>, so that nobody calls a living send dead.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <remarks>It takes no token: what is on its way is waited for, until the deadline.</remarks>
    /// <returns>What became of it; <see langword="null"/> where another process has moved it, and the outbox alone knows how it stands.</returns>
    public async Task<OutboxTarget?> SendAsync(OutboxTarget target, Profile profile, Network network)
    {
        if (!await outbox.ClaimAsync(target, Hash(target.Text)))
            return null;

        var post = new Outgoing { Profile = profile, Text = target.Text, Language = target.Language, PlannedAt = target.CreatedAt };
        var key = new SendKey { Value = target.Key, Attempt = target.Attempt + 1 };
        var ended = End(target with { Attempt = key.Attempt }, await WaitAsync(network, post, key));
        return await outbox.CommitAsync(ended) ? ended : null;
    }

    private static OutboxTarget End(OutboxTarget target, SendResult result) => result switch
    {
        Sent sent => target with { State = TargetState.Sent, RemoteId = sent.RemoteId, Link = sent.Link, SentAt = sent.At },
        RefusedByNetwork refused => target with { State = TargetState.Refused, Reason = refused.Reason },
        UnknownOutcome unknown => target with { State = TargetState.Unknown, Reason = unknown.Reason },
        _ => target with { State = TargetState.Unknown, Reason = $"the network answered with {result}" },
    };

    private async Task<SendResult> WaitAsync(Network network, Outgoing post, SendKey key)
    {
        using var deadline = new CancellationTokenSource(Deadline, clock);
        try
        {
            return await AttemptAsync(network, post, key, deadline.Token).WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return NoAnswer();
        }
    }

    // It never throws, so that an attempt that ends after its deadline leaves no exception that nobody looks at.
    private static async Task<SendResult> AttemptAsync(Network network, Outgoing post, SendKey key, CancellationToken cancel)
    {
        try
        {
            return await network.SendAsync(post, key, cancel) ?? new UnknownOutcome { Reason = "the network gave no answer" };
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return NoAnswer();
        }
        catch (PluginHostException told)
        {
            return new UnknownOutcome { Reason = told.Message };
        }
        catch (Exception thrown)
        {
            // The contract of SendAsync: anything thrown counts as an unknown outcome.
            return new UnknownOutcome { Reason = $"{thrown.GetType().Name}: {thrown.Message}" };
        }
    }

    private static UnknownOutcome NoAnswer() => new() { Reason = "no answer came within 30 seconds" };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
