namespace PluginHost.Campaigns;

/// <summary>Publishes posts. A plugin offers it as a service.</summary>
public interface IPublisher
{
    /// <summary>Checks a plan without committing or sending anything.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">Cancels checking.</param>
    /// <returns>The problems; none where it could be published.</returns>
    /// <exception cref="Sdk.WrongUseException">A profile or its network does not exist.</exception>
    Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel);

    /// <summary>Checks a plan, commits it and publishes it now, on all its profiles or, where a check fails, on none.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">
    /// Cancels. What is on its way is waited for; what has not left is refused with that reason. The outcome of every target is committed first.
    /// </param>
    /// <returns>What became of it.</returns>
    /// <exception cref="Sdk.WrongUseException">A profile or its network does not exist.</exception>
    Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel);
}
