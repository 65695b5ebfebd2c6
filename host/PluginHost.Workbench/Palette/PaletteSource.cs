namespace PluginHost.Workbench.Palette;

/// <summary>One kind of thing that the palette finds, and the sign that leads to it.</summary>
/// <param name="Sign">What is typed first: <c>&gt;</c> for commands.</param>
/// <param name="Placeholder">What the empty field says.</param>
/// <param name="Empty">What the list says where nothing is found.</param>
/// <param name="All">All of them now, in the order in which they are shown while nothing is typed.</param>
internal sealed record PaletteSource(char Sign, string Placeholder, string Empty, Func<IReadOnlyList<Candidate>> All);
