namespace PluginHost.Campaigns.Tests.Fixtures;

/// <summary>Keeps the plans that it is given, and answers as the test says.</summary>
internal sealed class FakePublisher : IPublisher
{
    public List<PostPlan> Plans { get; } = [];

    /// <summary>The plans that were for later.</summary>
    public List<PostPlan> Later { get; } = [];

    public List<Reaction> Reactions { get; } = [];

    /// <summary>After which positions reactions were read.</summary>
    public List<long> Read { get; } = [];

    public CancellationToken Cancel { get; private set; }

    /// <summary>Whether the network's rules are as they were; otherwise everything fits into one post.</summary>
    public bool IsSplitting { get; set; } = true;

    public Func<PostPlan, PublishResult> Answer { get; set; } = plan => new Published { Post = PostOf(plan, TargetState.Sent, "") };

    public static Post PostOf(PostPlan plan, TargetState state, string reason) => new()
    {
        Id = "1",
        CreatedAt = default,
        Targets =
        [
            .. plan.Variants.Select(variant =>
                new Target { Profile = variant.Profile, Network = "square", Text = variant.Text, State = state, Reason = reason }),
        ],
    };

    public Task<IReadOnlyList<Problem>> CheckAsync(PostPlan plan, CancellationToken cancel) => throw new NotSupportedException();

    public async Task<PublishResult> PublishAsync(PostPlan plan, CancellationToken cancel)
    {
        await Task.Yield();
        Plans.Add(plan);
        Cancel = cancel;
        return Answer(plan);
    }

    public async Task<PublishResult> PlanAsync(PostPlan plan, CancellationToken cancel)
    {
        await Task.Yield();
        Later.Add(plan);
        return Answer(plan);
    }

    /// <summary>A word a part.</summary>
    public async Task<Variant> SplitAsync(Variant variant, bool isNumbered, CancellationToken cancel)
    {
        await Task.Yield();
        if (!IsSplitting)
            return variant;

        var words = variant.Text.Split(' ');
        return variant with { Text = words[0], More = [.. words.Skip(1).Select((word, place) => isNumbered ? $"{word} {place + 2}" : word)] };
    }

    public async Task<IReadOnlyList<Reaction>> ReadReactionsAsync(string post, long after, CancellationToken cancel)
    {
        await Task.Yield();
        cancel.ThrowIfCancellationRequested();
        lock (Reactions)
        {
            Read.Add(after);
            return [.. Reactions.Where(reaction => reaction.Position > after && reaction.Event.Post == post).Take(2)];
        }
    }
}
