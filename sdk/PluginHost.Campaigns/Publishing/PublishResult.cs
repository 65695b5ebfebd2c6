namespace PluginHost.Campaigns;

/// <summary>What became of a plan: <see cref="Published"/> or <see cref="NotPublished"/>.</summary>
public abstract record PublishResult
{
    private protected PublishResult()
    {
    }
}
