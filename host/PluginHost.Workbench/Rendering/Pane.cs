namespace PluginHost.Workbench.Rendering;

/// <summary>A part of the editors: a <see cref="Group"/> or a <see cref="Split"/>.</summary>
public abstract record Pane
{
    private protected Pane()
    {
    }
}
