using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>Publishes posts. A plugin offers it as a service; members that came later have a body, so that no publisher breaks.</summary>
public interface IPublisher
{
    /// <summary>Checks a plan without committing or sending anything.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">Cancels checking.</param>
    /// <returns>The problems; none where it could be published.</returns>
    /// <exception cref="WrongUseException">A profile or its network does not exist.</exception>
    Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel);

    /// <summary>Says what a plan will cost, one estimate a variant, in the order of the plan. Nothing is asked of the networks.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The estimates; empty where this publisher knows no prices.</returns>
    /// <exception cref="WrongUseException">A profile does not exist.</exception>
    Task<IReadOnlyList<CostEstimate>> EstimateAsync(PostPlan plan, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CostEstimate>>([]);

    /// <summary>Checks everything that is planned or written down, and has not left: much may have changed since.</summary>
    /// <param name="cancel">Cancels checking.</param>
    /// <returns>The problems, in the order in which the posts are due; drafts come last.</returns>
    /// <exception cref="PluginHostException">This publisher cannot look over what is planned.</exception>
    Task<IReadOnlyList<PlannedProblem>> CheckPlannedAsync(CancellationToken cancel) =>
        throw new PluginHostException("The publisher of this workspace does not look over what is planned.");

    /// <summary>What would leave, to the letter: with whatever is added to links, and the descriptions of pictures that are known.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">Cancels looking.</param>
    /// <returns>The variants, in the order of the plan.</returns>
    /// <exception cref="WrongUseException">A profile or its network does not exist.</exception>
    /// <exception cref="PluginHostException">This publisher cannot say.</exception>
    Task<IReadOnlyList<VariantPreview>> PreviewAsync(PostPlan plan, CancellationToken cancel) =>
        throw new PluginHostException("The publisher of this workspace does not say beforehand what would leave.");

    /// <summary>
    /// Checks a plan, commits it and publishes it now, on all its profiles or, where a check fails, on none. A plan whose
    /// <see cref="PostPlan.Effect"/> was committed before is the same post: what is missing of it is waited for, and nothing is done twice.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">
    /// Cancels. What is on its way is waited for; what has not left is refused with that reason. The outcome of every target is committed first.
    /// </param>
    /// <returns>What became of it.</returns>
    /// <exception cref="WrongUseException">A profile or its network does not exist.</exception>
    /// <exception cref="ChangedEffectException">The effect was committed before with other variants.</exception>
    Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel);

    /// <summary>Checks a plan and commits it for its time, <see cref="PostPlan.At"/>. Whoever serves the workspace then sends it.</summary>
    /// <param name="plan">The plan. Without a time it stays a draft.</param>
    /// <param name="cancel">Cancels checking.</param>
    /// <returns>The post as it stands.</returns>
    /// <exception cref="WrongUseException">A profile or its network does not exist.</exception>
    /// <exception cref="ChangedEffectException">The effect was committed before with other variants.</exception>
    /// <exception cref="PluginHostException">This publisher cannot plan.</exception>
    Task<PublishResult> PlanAsync(PostPlan plan, CancellationToken cancel) =>
        throw new PluginHostException("The publisher of this workspace can only publish at once.");

    /// <summary>Makes a thread of a variant whose text is too long for its profile's network: <see cref="ThreadSplit"/> by the network's rules.</summary>
    /// <param name="variant">The variant. One that fits, or has parts already, stays as it is.</param>
    /// <param name="isNumbered">Whether each part ends with its number.</param>
    /// <param name="cancel">Cancels asking the network for its rules.</param>
    /// <returns>The variant with its parts.</returns>
    /// <exception cref="WrongUseException">The profile or its network does not exist.</exception>
    /// <exception cref="NotPublishedException">It holds something that no part can hold and nobody may cut.</exception>
    /// <exception cref="PluginHostException">This publisher splits nothing.</exception>
    Task<Variant> SplitAsync(Variant variant, bool isNumbered, CancellationToken cancel) =>
        throw new PluginHostException("The publisher of this workspace makes no threads. Shorten the text, or write its parts by .Then(…).");

    /// <summary>Takes back what has not left yet of a post.</summary>
    /// <param name="post">The post's id.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The post as it stands then; what has left is what it was.</returns>
    /// <exception cref="WrongUseException">There is no such post.</exception>
    /// <exception cref="PluginHostException">This publisher cannot take anything back.</exception>
    Task<Post> WithdrawAsync(string post, CancellationToken cancel) =>
        throw new PluginHostException("The publisher of this workspace takes nothing back.");

    /// <summary>Reads what people did to a post after a position, without waiting. While somebody reads, the post's profiles are listened to.</summary>
    /// <param name="post">The post's id.</param>
    /// <param name="after">The position of the last reaction that was read; 0 for the beginning.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>Reactions in order, 500 at most; fewer where there are no more yet, none where nobody has reacted since.</returns>
    /// <exception cref="WrongUseException">There is no such post.</exception>
    /// <exception cref="PluginHostException">This publisher does not listen.</exception>
    Task<IReadOnlyList<Reaction>> ReadReactionsAsync(string post, long after, CancellationToken cancel) =>
        throw new PluginHostException("The publisher of this workspace does not hear what people do to a post.");

    /// <summary>
    /// What was asked to be said in answer to posts of others, whoever asked: a script, a command, another plugin. For whoever must know whether somebody
    /// is answered already, or is about to be.
    /// </summary>
    /// <param name="profile">The name of the profile that answers.</param>
    /// <param name="answered">The posts that are answered, as the network names them; 500 at most.</param>
    /// <param name="cancel">Cancels reading.</param>
    /// <returns>The answers in the order in which they were asked for, whatever became of them; empty where this publisher keeps none.</returns>
    Task<IReadOnlyList<GivenAnswer>> ReadAnswersAsync(string profile, IReadOnlyList<string> answered, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<GivenAnswer>>([]);
}
