namespace PluginHost.Terminal;

/// <summary>One of several contents that share a place, and the title by which it is found.</summary>
public sealed class Tab
{
    /// <summary>Makes one.</summary>
    /// <param name="title">What it is called.</param>
    /// <param name="content">What it shows.</param>
    public Tab(RichLine title, Widget content) => (Title, Content) = (title, content);

    /// <summary>What it is called.</summary>
    public RichLine Title { get; set; }

    /// <summary>What it shows.</summary>
    public Widget Content { get; }

    /// <summary>Whether it was changed and not kept yet: a dot says so.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Whether a person can close it.</summary>
    /// <value><see langword="true"/></value>
    public bool CanClose { get; init; } = true;
}
