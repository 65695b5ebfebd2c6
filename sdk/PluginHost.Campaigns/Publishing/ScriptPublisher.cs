namespace PluginHost.Campaigns;

/// <summary>The script global <c>Publish</c>. Cancellation is ambient.</summary>
public sealed class ScriptPublisher
{
    private readonly IPublisher _publisher;
    private readonly IProfiles _profiles;
    private readonly string _askedBy;
    private readonly CancellationToken _cancel;

    /// <summary>Makes one for a run of a script.</summary>
    /// <param name="publisher">What publishes.</param>
    /// <param name="profiles">The workspace's profiles.</param>
    /// <param name="askedBy">The script's name.</param>
    /// <param name="cancel">Cancelled when the script is to stop.</param>
    public ScriptPublisher(IPublisher publisher, IProfiles profiles, string askedBy, CancellationToken cancel)
    {
        _publisher = publisher;
        _profiles = profiles;
        _askedBy = askedBy;
        _cancel = cancel;
    }

    /// <summary>Publishes a text on one profile, now.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="text">The text. An empty placeholder in it is an error.</param>
    /// <returns>The post.</returns>
    /// <exception cref="EmptyPlaceholderException">A placeholder was empty.</exception>
    /// <exception cref="NotPublishedException">A check stands against it.</exception>
    /// <exception cref="NotSentException">The network refused it, or the outcome is unknown.</exception>
    /// <exception cref="Sdk.WrongUseException">There is no such profile.</exception>
    public Task<Post> Now(string profile, PostText text) => On(profile, text).Now();

    /// <summary>Begins a post that each profile says in its own words. Await it to publish it: on all its profiles or, where a check fails, on none.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="text">What it says. An empty placeholder in it is an error.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder On(string profile, PostText text) => Begin().On(profile, text);

    /// <summary>Begins a post by language: each profile says the text of its language. Await it to publish it.</summary>
    /// <param name="language">The language (BCP 47).</param>
    /// <param name="text">The text, where <c>{name}</c> stands for what <see cref="PostBuilder.With"/> gives.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder Text(string language, string text) => Begin().Text(language, text);

    private PostBuilder Begin() => new(_publisher, _profiles, _askedBy, _cancel);
}
