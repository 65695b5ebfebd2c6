using System.Globalization;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>Sends what is due, on a person's word: also what is too late to go out by itself. Looks into what nobody knows, too.</summary>
internal sealed class Backlog(IHost host, Outbox outbox, Dispatch dispatch, Recovery recovery)
{
    /// <returns>What became of each, in the order in which it was due. What could not be tried is still scheduled, with the reason.</returns>
    public Task<IReadOnlyList<OutboxTarget>> SendAsync(long? post, CancellationToken cancel) => host.Jobs.RunAsync<IReadOnlyList<OutboxTarget>>(
        "Sending what is due",
        async job =>
        {
            await outbox.SettleAsync(cancel);
            await outbox.ReleaseAsync(cancel);
            if (post is null)
            {
                await outbox.SkipAsync(TimeSpan.MaxValue, cancel);
                await outbox.LetGoAsync(cancel);
            }

            var done = new Dictionary<string, OutboxTarget>();
            bool IsStopped() => cancel.IsCancellationRequested || job.Cancel.IsCancellationRequested;
            while (!IsStopped() && await StepAsync(post, done))
            {
            }

            await TellWaitAsync();
            return [.. done.Values];
        },
        CancellationToken.None);

    // A doubt that is due and not looked into would seem forgotten.
    private async Task TellWaitAsync()
    {
        if (recovery.Wait is not { } wait || !((await outbox.ReadAgendaAsync(CancellationToken.None)).Doubt <= host.Clock.GetUtcNow()))
            return;

        host.Output.Write(Severity.Information, string.Create(
            CultureInfo.InvariantCulture,
            $"What is unknown is not looked into for {Math.Ceiling(wait.TotalSeconds)} more seconds: this machine has just started or woken, or its clock was set, and "
            + $"until then a post may be on its way that looks old. pluginhost serve looks then; so does posting.send."));
    }

    private async Task<bool> StepAsync(long? post, Dictionary<string, OutboxTarget> done)
    {
        var lease = Lease.Begin(host.Random.NewId().ToString(), host.Clock);
        var claimed = await outbox.ClaimAsync(lease, 1, [], post);
        var isDoubt = claimed.Count == 0;
        if (isDoubt && recovery.IsPossible)
            claimed = await outbox.ClaimDoubtsAsync(lease, 1, [], post);

        if (claimed.Count == 0)
            return false;

        // What was put off a moment ago may be due again by now: that is another round.
        var target = claimed[0];
        if (done.ContainsKey(target.Key))
        {
            var back = target.State == TargetState.Leased ? target with { State = TargetState.Scheduled } : target;
            await outbox.MoveAsync(target, back, lease);
            return false;
        }

        var ended = isDoubt ? await recovery.SettleAsync(target, lease) : await dispatch.SendAsync(target, lease);
        done[target.Key] = ended ?? await outbox.ReadAsync(target, CancellationToken.None);
        return true;
    }
}
