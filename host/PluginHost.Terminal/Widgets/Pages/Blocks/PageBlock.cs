namespace PluginHost.Terminal;

/// <summary>A part of a <see cref="MarkdownPage"/>: a heading, a list, a table and so on. Parts stand below each other.</summary>
public abstract record PageBlock
{
    private protected PageBlock()
    {
    }
}
