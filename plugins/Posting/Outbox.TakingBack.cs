using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Posting;

/// <summary>What is taken back for good, because whoever asked for it has gone on without it.</summary>
internal sealed partial class Outbox
{
    /// <summary>Takes back what has not left yet of a post, and what a person could bring back of it.</summary>
    public Task WithdrawForGoodAsync(long post, string reason) => MoveAsync(
        store,
        $"""
        update posting_target set state = 'refused', reason = {reason}, refused_by = {RefusedBy.Asker}, refused_at = null,
            held_at = null, lease_owner = null, lease_until = null
        where post = {post} and (state in ('draft', 'scheduled', 'leased')
            or (state = 'refused' and (refused_by in ({RefusedBy.Missed}, {RefusedBy.Caller}) or (refused_by = {RefusedBy.Person} and reason = {TakenBack}))))
        """);

    /// <summary>Why a post was taken back for good; null where it was not.</summary>
    public async Task<string?> WhyForGoodAsync(long post, CancellationToken cancel) => await store.ReadAsync(
        $"select reason from posting_target where post = {post} and refused_by = {RefusedBy.Asker} order by key limit 1", row => row.Text("reason"), cancel) is [var reason] ? reason : null;
}
