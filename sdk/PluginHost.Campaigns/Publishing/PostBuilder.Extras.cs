using PluginHost.Sdk;

namespace PluginHost.Campaigns;

public sealed partial class PostBuilder
{
    private PostExtras _extras = PostExtras.None;

    /// <summary>Shows a warning in the place of the post until a reader opens it: on the profile that was named last, or on all, where none was named yet.</summary>
    /// <param name="warning">The warning, such as <c>Spoiler</c>.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder Warning(string warning) => Add(extras => extras with { Warning = warning });

    /// <summary>Says who sees it: of the profile that was named last, or of all, where none was named yet.</summary>
    /// <param name="visibility">Who.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder For(PostVisibility visibility) => Add(extras => extras with { Visibility = visibility });

    /// <summary>Asks a question with answers to choose from: on the profile that was named last, or on all, where none was named yet.</summary>
    /// <param name="lasts">How long it is open.</param>
    /// <param name="options">What can be chosen.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder Poll(TimeSpan lasts, params string[] options) => Add(extras => extras with { Poll = new Poll { Options = options, Lasts = lasts } });

    /// <summary>Quotes a post, on the profile that was named last.</summary>
    /// <param name="remoteId">The post, as the network names it.</param>
    /// <returns>The post so far.</returns>
    /// <exception cref="WrongUseException">No profile was named yet: each network names posts in its own way.</exception>
    public PostBuilder Quote(string remoteId) => _variants.Count > 0
        ? Add(extras => extras with { Quotes = remoteId })
        : throw new WrongUseException("A quote needs a profile: name it by .On(\"@profile\", …) before .Quote(…).");

    /// <summary>Adds a link with what stands behind it: to the profile that was named last, or to all, where none was named yet.</summary>
    /// <param name="address">Where it leads: <c>https://…</c>.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="description">What the page says, in a sentence. Empty: nothing.</param>
    /// <returns>The post so far.</returns>
    public PostBuilder Card(string address, string title, string description) =>
        Add(extras => extras with { Card = new LinkCard { Address = address, Title = title, Description = description } });

    private PostBuilder Add(Func<PostExtras, PostExtras> change)
    {
        if (_variants.Count == 0)
            _extras = change(_extras);
        else
            _variants[^1] = _variants[^1] with { Extras = change(_variants[^1].Extras) };

        return this;
    }
}
