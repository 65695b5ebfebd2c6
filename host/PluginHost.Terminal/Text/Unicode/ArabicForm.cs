namespace PluginHost.Terminal;

/// <summary>The shapes of an Arabic letter, in the order of the table.</summary>
internal enum ArabicForm
{
    Isolated,
    Final,
    Initial,
    Medial,
}
