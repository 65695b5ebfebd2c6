namespace PluginHost.Terminal.Gallery.Pages;

/// <summary>A few commands, one of which cannot be run.</summary>
internal sealed class CommandSource : IPickSource
{
    private static readonly (string Title, string Keys, string? Refusal)[] Commands =
    [
        ("Run: daily-flavours", "F5", null),
        ("Rehearse: daily-flavours, next 30 days", "Shift+F5", null),
        ("Outbox: show planned flavours", "", null),
        ("X: post with a link…", "x", "budget of today is spent"),
        ("Inbox: answer the next", "Ctrl+2", null),
        ("نشر: منشور جديد", "Ctrl+N", null),
        ("View: zoom the pane", "F11", null),
    ];

    public IReadOnlyList<PickItem> Find(string query) =>
    [
        .. from command in Commands
           let at = command.Title.IndexOf(query, StringComparison.OrdinalIgnoreCase)
           where at >= 0
           orderby at
           select new PickItem(command.Title) { Matches = [.. Enumerable.Range(at, query.Length)], Detail = command.Keys, Refusal = command.Refusal },
    ];
}
