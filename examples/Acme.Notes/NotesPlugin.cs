using PluginHost.Sdk;

namespace Acme.Notes;

/// <summary>Keeps short notes beside a campaign: a command that asks, state, a tree, a status item, a context key, a key, a setting.</summary>
[Setting("most", SettingKind.Number, "How many notes are kept. The oldest goes first.", Default = "100")]
[StatusItem("acme.notes.count", "How many notes there are", Command = "acme.notes.show")]
[ContextKey("acme.notes.any", "true where there is a note")]
[KeyBinding("acme.notes.clear", "ctrl+k x", When = "acme.notes.any")]
public sealed class NotesPlugin : Plugin
{
    private const string Notes = "notes";

    /// <inheritdoc />
    public override Task ActivateAsync(IHost host, CancellationToken cancel) => TellAsync(host, cancel);

    [Command("acme.notes.add", "Notes: Add", Key = "ctrl+k n")]
    public async Task AddAsync(IHost host, [Asks("What should be remembered?", Anew = true)] string note, CancellationToken cancel)
    {
        var notes = await host.State.ReadAsync<Note>(Notes, cancel);
        var most = (int)host.Settings.Number("most");
        await host.State.ReplaceAsync(Notes, [.. notes.Append(new Note { Text = note, At = host.Clock.GetUtcNow() }).TakeLast(most)], cancel);
        await TellAsync(host, cancel);
    }

    [Command("acme.notes.clear", "Notes: Clear", When = "acme.notes.any", Description = "Throws all notes away, after a question.")]
    public async Task ClearAsync(IHost host, CancellationToken cancel)
    {
        var count = (await host.State.ReadAsync<Note>(Notes, cancel)).Count;
        if (!await host.Ask.ForConfirmAsync($"Throw {count} notes away?", cancel))
            return;

        await host.State.ReplaceAsync<Note>(Notes, [], cancel);
        await TellAsync(host, cancel);
    }

    [Command("acme.notes.show", "Notes: Show")]
    public async Task<Table> ShowAsync(IHost host, CancellationToken cancel) =>
        Table.Of(await host.State.ReadAsync<Note>(Notes, cancel), note => note.At, note => note.Text);

    [View("acme.notes.list", "Notes", Area.Sidebar, Welcome = "No notes yet. {acme.notes.add} adds one.")]
    public async Task<Tree> ListAsync(IHost host, CancellationToken cancel) =>
        Tree.Of(await host.State.ReadAsync<Note>(Notes, cancel), note => note.Text);

    // What shows the notes, told at once by whatever has changed them.
    private static async Task TellAsync(IHost host, CancellationToken cancel)
    {
        var count = (await host.State.ReadAsync<Note>(Notes, cancel)).Count;
        host.Status.Set("acme.notes.count", count == 0 ? "" : $"{count} notes");
        host.Context.Set("acme.notes.any", count > 0);
        host.Views.Refresh("acme.notes.list");
    }
}
