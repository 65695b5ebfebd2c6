using System.Runtime.CompilerServices;
using PluginHost.Sdk;

namespace PluginHost.Campaigns;

/// <summary>The script global <c>Publish</c>. Cancellation is ambient, and what a run that is resumed has published is not published again.</summary>
public sealed class ScriptPublisher
{
    private readonly JournalledPublisher _publisher;

    /// <summary>Makes one for a run of a script.</summary>
    /// <param name="publisher">What publishes.</param>
    /// <param name="profiles">The workspace's profiles.</param>
    /// <param name="script">The run.</param>
    public ScriptPublisher(IPublisher publisher, IProfiles profiles, IScript script) => _publisher = new JournalledPublisher(publisher, profiles, script);

    /// <summary>Publishes a text on one profile, now.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="text">The text. An empty placeholder in it is an error.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The post.</returns>
    /// <exception cref="EmptyPlaceholderException">A placeholder was empty.</exception>
    /// <exception cref="NotPublishedException">A check stands against it.</exception>
    /// <exception cref="NotSentException">The network refused it, or the outcome is unknown.</exception>
    /// <exception cref="WrongUseException">There is no such profile.</exception>
    public Task<ScriptPost> Now(string profile, PostText text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        On(profile, text, line, file).Now();

    /// <summary>Begins a post that each profile says in its own words. Await it to publish it: on all its profiles or, where a check fails, on none.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="text">What it says. An empty placeholder in it is an error.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder On(string profile, PostText text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        Begin(line, file).On(profile, text);

    /// <summary>Begins a post that becomes a thread where the text is too long for the profile's network. Await it to publish it.</summary>
    /// <remarks>It is split at blank lines and sentences, then at words; links, mentions and emoji stay whole. <see cref="PostBuilder.Numbered"/> numbers the parts.</remarks>
    /// <param name="profile">The profile's name.</param>
    /// <param name="text">What it says, however long. An empty placeholder in it is an error.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder Thread(string profile, PostText text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        On(profile, text, line, file).Thread();

    /// <summary>Begins a post by language: each profile says the text of its language. Await it to publish it.</summary>
    /// <param name="language">The language (BCP 47).</param>
    /// <param name="text">The text, where <c>{name}</c> stands for what <see cref="PostBuilder.With"/> gives.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder Text(string language, string text, [CallerLineNumber] int line = 0, [CallerFilePath] string file = "") =>
        Begin(line, file).Text(language, text);

    private PostBuilder Begin(int line, string file) => new(_publisher, JournalledPublisher.StepAt("publish", file, line));
}
