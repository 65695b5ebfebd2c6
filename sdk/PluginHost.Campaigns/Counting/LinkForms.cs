namespace PluginHost.Campaigns;

/// <summary>What a network takes for a link. New forms are added at the end.</summary>
public enum LinkForms
{
    /// <summary>Nothing: an address is text like any other.</summary>
    None,

    /// <summary>What begins with <c>http://</c> or <c>https://</c> and a host under a top-level domain.</summary>
    WithScheme,

    /// <summary>That, and a bare host of ASCII letters under a top-level domain, such as <c>example.com/page</c>.</summary>
    Any,
}
