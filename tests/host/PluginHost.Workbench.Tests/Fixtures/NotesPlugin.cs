namespace PluginHost.Workbench.Tests.Fixtures;

/// <summary>A third party's plugin: views, commands, keys, a context key and a status item, as the documentation would show them.</summary>
internal static class NotesPlugin
{
    public const string Source = """
        [ContextKey("notes.locked", "Whether the notes are locked.")]
        [StatusItem("notes.count", "How many notes there are", Command = "notes.add")]
        [KeyBinding("notes.count", "ctrl+k c")]
        public sealed class Notes : Plugin
        {
            private readonly List<string> _notes = new() { "milk", "تذكير", "bread" };

            [Command("notes.add", "Notes: Add", Key = "ctrl+n")]
            public void Add(IHost host, [Asks("What should be noted?")] string text, [Asks("How often?")] int times)
            {
                for (var i = 0; i < times; i++)
                    _notes.Add(text);

                host.Status.Set("notes.count", $"! {_notes.Count} notes");
                host.Views.Refresh("notes.list");
            }

            [Command("notes.count", "Notes: Count")]
            public int Count() => _notes.Count;

            [Command("notes.table", "Notes: As a table")]
            public Table AsTable() => Table.Of(_notes, ("note", note => note), ("length", note => note.Length));

            [Command("notes.remove", "Notes: Remove", Key = "d", When = "view == notes.list", Undo = "notes.putBack")]
            public void Remove(IHost host, string note)
            {
                _notes.Remove(note);
                host.Views.Refresh("notes.list");
            }

            [Command("notes.make", "Notes: Make", Undo = "notes.remove")]
            public Table Make(IHost host, string prefix)
            {
                var note = $"{prefix} {_notes.Count + 1}";
                _notes.Add(note);
                host.Views.Refresh("notes.list");
                return Table.Of([note], ("note", each => each));
            }

            [Command("notes.rename", "Notes: Rename")]
            public string Rename(string note, [Asks("What is it to be called?", Anew = true)] string length) => $"{note} is {length}";

            [Command("notes.putBack", "Notes: Put Back")]
            public void PutBack(IHost host, string note)
            {
                if (_notes.Contains(note))
                    throw new PluginHostException($"{note} is there.");

                _notes.Add(note);
                host.Views.Refresh("notes.list");
            }

            [Command("notes.sort", "Notes: Sort")]
            public string Sort([Asks("How?", Choices = ["by name", "by length"])] string order, [Asks("For which profile?")] string profile) => $"{order} for {profile}";

            [Command("notes.lock", "Notes: Lock", When = "notes.locked == false")]
            public void Lock(IHost host) => host.Context.Set("notes.locked", true);

            [Command("notes.wait", "Notes: Wait")]
            public Task Wait(IHost host, CancellationToken cancel) =>
                host.Jobs.RunAsync("waiting", job => Task.Delay(Timeout.Infinite, job.Cancel), cancel);

            [Command("notes.throw", "Notes: Throw")]
            public void Throw() => throw new InvalidOperationException("the shelf fell down");

            [Command("notes.ask", "Notes: Ask")]
            public async Task<string> Ask(IHost host, CancellationToken cancel) => await host.Ask.ForTextAsync("Which shelf?", cancel) ?? "nobody said";

            [Command("notes.confirm", "Notes: Confirm")]
            public async Task<string> Confirm(IHost host, CancellationToken cancel) => await host.Ask.ForConfirmAsync("Delete the shelf \"A\"?", cancel) ? "gone" : "kept";

            [Command("notes.choose", "Notes: Choose")]
            public async Task<string> Choose(IHost host, CancellationToken cancel) =>
                await host.Ask.ForChoiceAsync("Which one?", new[] { "left", "right" }, cancel) ?? "neither";

            [Command("notes.shelf", "Notes: Shelf")]
            public async Task<string> Shelf(IHost host, CancellationToken cancel) => await host.Ask.ForChoiceAsync(
                "Which shelf?", new[] { new Choice { Text = "A", Detail = "full" }, new Choice { Text = "B", Detail = "empty" } }, cancel) ?? "neither";

            [View("notes.list", "Notes", Area.Editor, Welcome = "No notes. {notes.add} makes one.")]
            public View List() => new TableView { Table = Table.Of(_notes, ("note", note => note), ("length", note => note.Length)) };
        }
        """;
}
