namespace PluginHost.Campaigns;

/// <summary>A post that a script has heard.</summary>
public sealed class ScriptMatch
{
    internal ScriptMatch(Match match)
    {
        Network = match.Network;
        RemoteId = match.Post.RemoteId;
        Handle = match.Post.Handle;
        Name = match.Post.Name;
        Text = match.Post.Text;
        Language = match.Post.Language;
        At = match.Post.At;
        Link = match.Post.Link;
    }

    /// <summary>The id of the network on which it was said.</summary>
    public string Network { get; }

    /// <summary>The post, as the network names it.</summary>
    public string RemoteId { get; }

    /// <summary>Who said it.</summary>
    public string Handle { get; }

    /// <summary>The name that they show.</summary>
    /// <value>Empty: none.</value>
    public string Name { get; }

    /// <summary>What was said.</summary>
    public string Text { get; }

    /// <summary>The language, as its author or the network states it (BCP 47).</summary>
    /// <value>Empty: nobody says.</value>
    public string Language { get; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Where people see it.</summary>
    /// <value><see langword="null"/>: nowhere.</value>
    public string? Link { get; }
}
