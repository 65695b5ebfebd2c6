namespace PluginHost.Terminal.Gallery;

/// <summary>A list whose rows do something when they are opened.</summary>
internal sealed class ActionList : ListBox
{
    public ActionList(IReadOnlyList<(string Title, Action Run)> actions)
    {
        Rows = new ListRows([.. actions.Select(action => RichLine.Of(" " + action.Title))]);
        Opened = index => actions[index].Run();
    }
}
