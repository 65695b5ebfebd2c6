using PluginHost.Listening.People;
using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening;

public sealed partial class ListeningPlugin
{
    /// <summary>Puts people on a list.</summary>
    [Command(
        "listening.list.add",
        "Listening: Put People on a List",
        Description = "Puts people on a list, making it where there is none. A query hears them by list:name.",
        Undo = "listening.list.out")]
    public async Task<Table> AddToListAsync(
        IHost host, [Asks("Which list?")] string list, [Asks("Who? Handles with commas.")] string[] people, CancellationToken cancel)
    {
        await _lists.AddAsync(list, people, cancel);
        return await ListsAsync(host, cancel);
    }

    /// <summary>Takes people off a list.</summary>
    [Command(
        "listening.list.out", "Listening: Take People off a List", Description = "Takes people off a list. A list on which nobody is left is gone.", Undo = "listening.list.add")]
    public async Task<Table> TakeOffListAsync(
        IHost host, [Asks("Which list?")] string list, [Asks("Who? Handles with commas.")] string[] people, CancellationToken cancel)
    {
        if (await _lists.RemoveAsync(list, people, cancel) == 0)
            throw new WrongUseException($"None of them is on the list \"{list}\". listening.lists shows who is.");

        return await ListsAsync(host, cancel);
    }

    /// <summary>Who is on which list.</summary>
    [Command("listening.lists", "Listening: Lists", Description = "The lists of people, and who is on them.")]
    public async Task<Table> ListsAsync(IHost host, CancellationToken cancel) => Table.Of(
        (await PeopleLists.ReadAsync(new StoreReads(host.Store, cancel))).GroupBy(entry => entry.List),
        ("list", list => list.Key),
        ("people", list => list.Count()),
        ("handles", list => string.Join(", ", list.Select(entry => entry.Handle))));

    /// <summary>Mutes an author.</summary>
    [Command(
        "listening.mute.author",
        "Listening: Mute an Author",
        Description = "Hides what somebody says, for a time or until it is taken back. It is heard, counted and kept all the same.",
        Undo = "listening.unmute.author")]
    public async Task<Table> MuteAuthorAsync(
        IHost host, [Asks("Whom?")] string handle, [Asks("Until when? 18:00, Mon 09:00, 2026-12-24 12:00; empty: until it is taken back.", Default = "")] string until, CancellationToken cancel)
    {
        var plain = Handles.Plain(handle.Trim());
        if (plain.Length == 0)
            throw new WrongUseException("Nobody was named. Write a handle: handle=deals_daily.");

        await _mutes.MuteAsync(Mutes.Author, plain, UntilOf(host, until), cancel);
        return await ShowMutesAsync(host, cancel);
    }

    /// <summary>Mutes a query.</summary>
    [Command(
        "listening.mute.query",
        "Listening: Mute a Query",
        Description = "Hides a query's posts in the stream of all, and its spikes, for a time or until it is taken back.",
        Undo = "listening.unmute.query")]
    public async Task<Table> MuteQueryAsync(
        IHost host, [Asks("Which query?")] string name, [Asks("Until when? 18:00, Mon 09:00, 2026-12-24 12:00; empty: until it is taken back.", Default = "")] string until, CancellationToken cancel)
    {
        var query = await _book.FindAsync(name, cancel);
        await _mutes.MuteAsync(Mutes.Query, query.Name, UntilOf(host, until), cancel);
        return await ShowMutesAsync(host, cancel);
    }

    /// <summary>Shows an author again.</summary>
    [Command("listening.unmute.author", "Listening: Unmute an Author", Description = "Shows what somebody says again, also what was said meanwhile.")]
    public Task<Table> UnmuteAuthorAsync(IHost host, [Asks("Whom?")] string handle, CancellationToken cancel) =>
        UnmuteAsync(host, Mutes.Author, Handles.Plain(handle.Trim()), cancel);

    /// <summary>Shows a query again.</summary>
    [Command("listening.unmute.query", "Listening: Unmute a Query", Description = "Shows a query's posts and spikes again, also those from meanwhile.")]
    public Task<Table> UnmuteQueryAsync(IHost host, [Asks("Which query?")] string name, CancellationToken cancel) => UnmuteAsync(host, Mutes.Query, name, cancel);

    /// <summary>What is hidden.</summary>
    [Command("listening.mutes", "Listening: Mutes", Description = "Who and what is hidden, and until when.")]
    public async Task<Table> ShowMutesAsync(IHost host, CancellationToken cancel)
    {
        RefreshAll(host);
        return Table.Of(
            await _mutes.ReadAsync(cancel),
            ("what", mute => mute.Kind),
            ("who", mute => mute.Name),
            ("since", mute => InZone(host, mute.MutedAt)),
            ("until", mute => mute.Until is { } until ? InZone(host, until) : "it is taken back"));
    }

    private async Task<Table> UnmuteAsync(IHost host, string kind, string name, CancellationToken cancel) => await _mutes.UnmuteAsync(kind, name, cancel)
        ? await ShowMutesAsync(host, cancel)
        : throw new WrongUseException($"The {kind} \"{name}\" is not muted. listening.mutes shows what is.");

    private static DateTimeOffset? UntilOf(IHost host, string until)
    {
        if (until.Trim().Length == 0)
            return null;

        var instant = host.Times.Read(until).Instant;
        return instant > host.Clock.GetUtcNow() ? instant : throw new WrongUseException($"{until} has passed. Name a time to come, or none.");
    }
}
