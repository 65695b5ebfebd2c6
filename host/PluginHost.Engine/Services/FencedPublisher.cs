using PluginHost.Campaigns;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Services;

/// <summary>Stands before a plugin's publisher, as <see cref="FencedService"/> does before services whose contract the engine does not know.</summary>
internal sealed class FencedPublisher(IPublisher publisher, Guest guest, Fence fence) : IPublisher
{
    private readonly string _plugin = guest.Id;
    private IPublisher? _publisher = publisher;
    private Guest? _guest = guest;

    /// <summary>Told of what is published; null where nothing is rehearsed.</summary>
    public RehearsalNotes? Notes { get; init; }

    /// <summary>What everything that is published is held to; null where there is no plan.</summary>
    public PlanGuard? Guard { get; init; }

    public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) =>
        EnterAsync("Check", (target, token) => target.CheckAsync(plan, token), cancel);

    public Task<IReadOnlyList<CostEstimate>> EstimateAsync(PostPlan plan, CancellationToken cancel) =>
        EnterAsync("Estimate", (target, token) => target.EstimateAsync(plan, token), cancel);

    public Task<IReadOnlyList<PlannedProblem>> CheckPlannedAsync(CancellationToken cancel) =>
        EnterAsync("CheckPlanned", (target, token) => target.CheckPlannedAsync(token), cancel);

    public Task<IReadOnlyList<VariantPreview>> PreviewAsync(PostPlan plan, CancellationToken cancel) =>
        EnterAsync("Preview", (target, token) => target.PreviewAsync(plan, token), cancel);

    public Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel) =>
        PassAsync(plan, () => EnterAsync("Publish", (target, token) => target.PublishAsync(plan, token), cancel));

    public Task<PublishResult> PlanAsync(PostPlan plan, CancellationToken cancel) =>
        PassAsync(plan, () => EnterAsync("Plan", (target, token) => target.PlanAsync(plan, token), cancel));

    public Task<Variant> SplitAsync(Variant variant, bool isNumbered, CancellationToken cancel) =>
        EnterAsync("Split", (target, token) => target.SplitAsync(variant, isNumbered, token), cancel);

    public Task<Post> WithdrawAsync(string post, CancellationToken cancel) =>
        EnterAsync("Withdraw", (target, token) => target.WithdrawAsync(post, token), cancel);

    public Task<Post> WithdrawAsync(string post, string reason, CancellationToken cancel) =>
        EnterAsync("Withdraw", (target, token) => target.WithdrawAsync(post, reason, token), cancel);

    public Task<Post> WithdrawAsync(PostPlan plan, CancellationToken cancel) =>
        EnterAsync("Withdraw", (target, token) => target.WithdrawAsync(plan, token), cancel);

    public Task<IReadOnlyList<Reaction>> ReadReactionsAsync(string post, long after, CancellationToken cancel)
    {
        Notes?.NoteHeard(post);
        return EnterAsync("ReadReactions", (target, token) => target.ReadReactionsAsync(post, after, token), cancel);
    }

    public Task<IReadOnlyList<GivenAnswer>> ReadAnswersAsync(string profile, IReadOnlyList<string> answered, CancellationToken cancel) =>
        EnterAsync("ReadAnswers", (target, token) => target.ReadAnswersAsync(profile, answered, token), cancel);

    /// <summary>Lets go of the publisher.</summary>
    public void Cut()
    {
        _publisher = null;
        _guest = null;
    }

    private Task<PublishResult> PassAsync(PostPlan plan, Func<Task<PublishResult>> publish)
    {
        Guard?.Check(plan);
        return Notes is null ? publish() : Notes.PublishAsync(plan, publish);
    }

    private Task<T> EnterAsync<T>(string what, Func<IPublisher, CancellationToken, Task<T>> call, CancellationToken cancel) =>
        _publisher is { } target && _guest is { } owner
            ? fence.EnterAsync(owner, $"IPublisher.{what}", FencedService.Limit, token => call(target, token), cancel)
            : throw new PluginFaultedException(_plugin, FencedService.Gone(nameof(IPublisher)));
}
