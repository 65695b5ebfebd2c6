namespace PluginHost.Sdk;

/// <summary>
/// Makes a method of the plugin class a command. Keys, palette, menus, scripts and <c>pluginhost do</c> all run commands.
/// </summary>
/// <remarks>
/// The method takes, in this order and each only where it wants it: <see cref="IHost"/>, the parameters, a <see cref="CancellationToken"/>.
/// A parameter is <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="bool"/>, <see cref="TimeSpan"/>,
/// <see cref="DateTimeOffset"/> or an array of <see cref="string"/>. The method returns nothing, one of these, or a <see cref="Value"/>, or a task of one.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CommandAttribute : Attribute
{
    /// <summary>Makes one with its id and title.</summary>
    /// <param name="id">The id, under the plugin's id: <c>acme.notes.add</c>.</param>
    /// <param name="title">The title, as the palette shows it: <c>Notes: Add</c>.</param>
    public CommandAttribute(string id, string title)
    {
        Id = id;
        Title = title;
    }

    /// <summary>The id, under the plugin's id.</summary>
    public string Id { get; }

    /// <summary>The title, as the palette shows it.</summary>
    public string Title { get; }

    /// <summary>One sentence on what the command does.</summary>
    /// <value>Empty.</value>
    public string Description { get; set; } = "";

    /// <summary>The key that runs it, such as <c>ctrl+k n</c>.</summary>
    /// <value><see langword="null"/>: none.</value>
    public string? Key { get; set; }

    /// <summary>When it is on, over context keys: <c>view == acme.notes.list</c>. It governs the screen; scripts and <c>do</c> may always call.</summary>
    /// <value><see langword="null"/>: always.</value>
    public string? When { get; set; }

    /// <summary>
    /// The id of a command of the same plugin that takes back what this one does. The screen offers it once this one has run, and gives it the same arguments
    /// as far as it takes them, and for what they do not name, the fields of the first row that this one gave: the number of what was made. A command that destroys something has one, or asks first, naming what it destroys.
    /// </summary>
    /// <value><see langword="null"/>: none.</value>
    public string? Undo { get; set; }

    /// <summary>
    /// The id of a command of the same plugin that says in words what this one is about to do: what, where and when. It only looks. The screen gives it the same arguments as far as it takes
    /// them, and asks with what it says before this one runs: its first line is the question, the others are told beside it. Where it says nothing, nothing is asked; what it throws is told, and this
    /// one does not run. Scripts and <c>do</c> are not asked. For what a slip of a finger must not do: nobody takes back what is out in public.
    /// </summary>
    /// <value><see langword="null"/>: nothing is asked.</value>
    public string? Confirm { get; set; }
}
