using System.Runtime.CompilerServices;
using PluginHost.Terminal;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Screen;

/// <summary>What all parts of the screen share: the workbench, how its lines look, and the frames of its open views.</summary>
internal sealed class Desk
{
    // A view that is closed takes its frame along.
    private readonly ConditionalWeakTable<OpenView, ViewFrame> _frames = [];

    public Desk(IWorkbench model, bool isAsciiOnly, TimeZoneInfo zone)
    {
        Model = model;
        Zone = zone;
        Looks = new Looks(Commands, isAsciiOnly);
    }

    public IWorkbench Model { get; }

    public Commands Commands { get; } = new();

    public Looks Looks { get; }

    /// <summary>The zone of the times that are shown.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Runs what a clicked piece of a line leads to.</summary>
    public void Open(string target)
    {
        if (Commands.Find(target) is { } call)
            Model.OnCommand(call);
    }

    public ViewFrame FrameOf(OpenView view) => _frames.GetValue(view, opened => new ViewFrame(this, opened));

    /// <summary>The view that a widget is part of; null where it is of none.</summary>
    public static OpenView? ViewOf(Widget? widget)
    {
        for (; widget is not null; widget = widget.Parent)
        {
            if (widget is ViewFrame frame)
                return frame.View;
        }

        return null;
    }
}
