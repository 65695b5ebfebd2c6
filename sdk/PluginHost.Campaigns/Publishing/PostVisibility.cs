namespace PluginHost.Campaigns;

/// <summary>Who sees a post. New kinds are added at the end.</summary>
public enum PostVisibility
{
    /// <summary>Everybody, and it is shown in public places.</summary>
    Public,

    /// <summary>Everybody who comes across it, but it is not shown in public places.</summary>
    Unlisted,

    /// <summary>Those who follow the profile.</summary>
    Followers,

    /// <summary>Those whom it mentions.</summary>
    Mentioned,
}
