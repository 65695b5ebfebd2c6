namespace PluginHost.Engine.Plugins.Bisecting;

/// <summary>What a search for a trouble came to.</summary>
public enum BisectionEnd
{
    /// <summary>Who is needed for it is known.</summary>
    Found,

    /// <summary>It is not there with all of them switched on.</summary>
    NoTrouble,

    /// <summary>It is there with all of them switched off too.</summary>
    NobodyOfThem,
}
