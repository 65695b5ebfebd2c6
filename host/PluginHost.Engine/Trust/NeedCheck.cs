namespace PluginHost.Engine.Trust;

/// <summary>Who sees to it that a plugin does not what it has not asked for.</summary>
public enum NeedCheck
{
    /// <summary>The host's service refuses whoever has not asked.</summary>
    ByHost,

    /// <summary>Nobody: the host offers no way to do it, so whoever does it goes past the host. Declaring it is honest, and no more.</summary>
    ByNobody,

    /// <summary>There is nothing to use yet. It cannot be accepted before there is, and is asked for then.</summary>
    NotYet,
}
