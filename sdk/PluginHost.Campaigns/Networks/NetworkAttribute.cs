namespace PluginHost.Campaigns;

/// <summary>
/// Makes what a method of the plugin class returns a network. The method takes <see cref="Sdk.IHost"/> and a <see cref="CancellationToken"/>, each
/// only where it wants it, and returns a <see cref="Campaigns.Network"/> or a task of one. It is called once, when a profile first needs the network.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>Makes one with its id and title.</summary>
    /// <param name="id">The id, as profiles name it: <c>mastodon</c>.</param>
    /// <param name="title">The name, as a person reads it.</param>
    public NetworkAttribute(string id, string title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>The id, as profiles name it.</summary>
    public string Id { get; }

    /// <summary>The name, as a person reads it.</summary>
    public string Title { get; }

    /// <summary>Whether nobody outside sees what is said there, so that rehearsals may use it.</summary>
    /// <value><see langword="false"/>.</value>
    public bool Rehearsal { get; set; }
}
