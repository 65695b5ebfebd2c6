namespace PluginHost.Campaigns;

/// <summary>
/// Looks at what a profile is about to say, and tells what stands against it. It runs while somebody types, before a post is planned, before it is sent, and
/// over all that is planned: it must be quick, and change nothing.
/// </summary>
/// <remarks>
/// The host calls it on its plugin's context, behind the fence, and gives it two seconds. One that throws or takes longer becomes a fault and a warning with its
/// id, and the others go on: the post is not stopped, and whoever looks is told that this linter has not looked.
/// </remarks>
public abstract class Linter
{
    /// <summary>Looks at one variant of a plan.</summary>
    /// <param name="lint">What is to be looked at, with all that is known of it.</param>
    /// <param name="cancel">Cancels looking: somebody has typed on, or the time is up.</param>
    /// <returns>What was found, in the order of the text; empty where nothing stands against it.</returns>
    public abstract Task<IReadOnlyList<Finding>> CheckAsync(Lint lint, CancellationToken cancel);
}
