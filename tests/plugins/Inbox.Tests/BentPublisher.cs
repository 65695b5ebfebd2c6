using PluginHost.Campaigns;

namespace PluginHost.Inbox.Tests;

/// <summary>A publisher before which a test does something.</summary>
internal sealed class BentPublisher(IPublisher publisher) : IPublisher
{
    /// <summary>Called before each publishing.</summary>
    public Func<Task>? BeforePublish { get; set; }

    /// <summary>Called once, after the first time that somebody asked what was answered.</summary>
    public Func<Task>? AfterFirstLook { get; set; }

    public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) => publisher.CheckAsync(plan, cancel);

    public async Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel)
    {
        if (BeforePublish is { } before)
            await before();

        return await publisher.PublishAsync(plan, cancel);
    }

    public Task<Post> WithdrawAsync(string post, CancellationToken cancel) => publisher.WithdrawAsync(post, cancel);

    public async Task<IReadOnlyList<GivenAnswer>> ReadAnswersAsync(string profile, IReadOnlyList<string> answered, CancellationToken cancel)
    {
        var given = await publisher.ReadAnswersAsync(profile, answered, cancel);
        if (AfterFirstLook is { } after)
        {
            AfterFirstLook = null;
            await after();
        }

        return given;
    }
}
