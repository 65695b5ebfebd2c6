using PluginHost.Campaigns;

namespace PluginHost.Engine.Scripting;

/// <summary>Publishes everything at once and remembers it.</summary>
internal sealed class FakePublisher : IPublisher, IProfiles
{
    public List<PostPlan> Plans { get; } = [];

    public IReadOnlyList<Profile> All => [];

    public Profile this[string name] => new() { Name = name, Network = "rehearsal", Handle = name };

    public IReadOnlyList<Profile> For(string purpose) => [];

    public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Problem>>([]);

    public async Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel)
    {
        await Task.Yield();
        Plans.Add(plan);
        return new Published { Post = new Post { Id = "1", CreatedAt = default, Targets = [] } };
    }
}
