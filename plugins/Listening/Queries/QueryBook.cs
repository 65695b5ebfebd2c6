using PluginHost.Sdk;

namespace PluginHost.Listening.Queries;

/// <summary>The queries that are listened for. What a query has matched outlasts it: removing one is undone by restoring it.</summary>
internal sealed class QueryBook(IStore store, TimeProvider clock)
{
    // Begun to be renewed when half of it has passed.
    private static readonly TimeSpan Interest = TimeSpan.FromDays(1);

    /// <summary>The saved queries, by name.</summary>
    public Task<IReadOnlyList<SavedQuery>> ReadAllAsync(CancellationToken cancel) => store.ReadAsync(
        $"select id, name, text, created_at from listening_query where name <> '' and removed_at is null order by name", SavedQuery.Read, cancel);

    /// <exception cref="WrongUseException">There is no such query. The message names the nearest.</exception>
    public async Task<SavedQuery> FindAsync(string name, CancellationToken cancel)
    {
        var all = await ReadAllAsync(cancel);
        return all.FirstOrDefault(query => query.Name == name) ?? throw new WrongUseException(all.Count == 0
            ? "No query is saved yet. listening.add saves one."
            : $"There is no query \"{name}\". Saved are {string.Join(", ", all.Select(query => query.Name))}.{Nearest.Hint(name, all.Select(query => query.Name))}");
    }

    /// <exception cref="WrongUseException">The name is taken or no name, or the query has an error.</exception>
    public async Task<SavedQuery> AddAsync(string name, string text, CancellationToken cancel)
    {
        Check(name, text);
        if ((await ReadAllAsync(cancel)).Any(query => query.Name == name))
            throw Taken(name);

        await store.TransactAsync(
            async transaction =>
            {
                var isNew = await transaction.WriteAsync(
                    $"insert into listening_query (name, text, created_at) values ({name}, {text}, {clock.GetUtcNow()}) on conflict do nothing") == 1;
                return isNew ? await NoteChangeAsync(transaction) : throw Taken(name);
            },
            cancel);
        return await FindAsync(name, cancel);
    }

    /// <summary>Gives a query another text. What the old one has matched stays.</summary>
    /// <exception cref="WrongUseException">There is no such query, or the new text has an error.</exception>
    public async Task<SavedQuery> ChangeAsync(string name, string text, CancellationToken cancel)
    {
        Check(name, text);
        var known = await FindAsync(name, cancel);
        await WriteAsync($"update listening_query set text = {text} where id = {known.Id}", cancel);
        return known with { Text = text };
    }

    /// <exception cref="WrongUseException">There is no such query.</exception>
    public async Task RemoveAsync(string name, CancellationToken cancel)
    {
        var known = await FindAsync(name, cancel);
        await WriteAsync($"update listening_query set removed_at = {clock.GetUtcNow()} where id = {known.Id}", cancel);
    }

    /// <summary>Listens again for the query of this name that was removed last.</summary>
    /// <exception cref="WrongUseException">None was, or another has the name by now.</exception>
    public async Task<SavedQuery> RestoreAsync(string name, CancellationToken cancel)
    {
        if ((await ReadAllAsync(cancel)).Any(query => query.Name == name))
            throw Taken(name);

        var restored = await WriteAsync(
            $"""
            update listening_query set removed_at = null
            where id = (select max(id) from listening_query where name = {name} and name <> '' and removed_at is not null)
            """,
            cancel);
        return restored == 1 ? await FindAsync(name, cancel) : throw new WrongUseException($"No query \"{name}\" was ever removed.");
    }

    /// <summary>Listens for a script's query, for a day at least from now on.</summary>
    /// <returns>The query; where it is new, or was forgotten meanwhile, it begins now.</returns>
    public async Task<SavedQuery> WantAsync(string text, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = await store.ReadAsync(
            $"select id, name, text, created_at, wanted_until from listening_query where name = '' and text = {text}",
            row => (Query: SavedQuery.Read(row), Until: row.Instant("wanted_until")),
            cancel);
        if (known.Count > 0 && known[0].Until > now + (Interest / 2) && known[0].Query.CreatedAt <= now)
            return known[0].Query;

        // A rehearsal may begin on a day that is past where the script was run in earnest already.

        await WriteAsync(
            $"""
            insert into listening_query (name, text, created_at, wanted_until) values ('', {text}, {now}, {now + Interest})
            on conflict (text) where name = '' do update set
                created_at = case when listening_query.wanted_until <= {now} or listening_query.created_at > {now} then {now} else listening_query.created_at end,
                wanted_until = {now + Interest}
            """,
            cancel);
        return (await store.ReadAsync(
            $"select id, name, text, created_at from listening_query where name = '' and text = {text}", SavedQuery.Read, cancel))[0];
    }

    /// <summary>Everything that is listened for at present, scripts' queries among it.</summary>
    public static Task<IReadOnlyList<SavedQuery>> ReadActiveAsync(IReads reads, DateTimeOffset now) => reads.ReadAsync(
        $"""
        select id, name, text, created_at from listening_query
        where removed_at is null and (name <> '' or wanted_until > {now}) order by id
        """,
        SavedQuery.Read);

    /// <summary>Tells whoever has read queries and lists to read them again.</summary>
    public static Task<int> NoteChangeAsync(IStoreTransaction transaction) => transaction.WriteAsync(
        $"insert into listening_change (id, number) values (1, 1) on conflict (id) do update set number = listening_change.number + 1");

    private Task<int> WriteAsync(Sql statement, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var count = await transaction.WriteAsync(statement);
            await NoteChangeAsync(transaction);
            return count;
        },
        cancel);

    private static void Check(string name, string text)
    {
        if (name.Length is 0 or > 60 || name.Trim() != name || name.Any(char.IsControl))
            throw new WrongUseException($"\"{name}\" is no name for a query. Take 1 to 60 characters, without spaces at the ends.");

        if (QueryReader.Read(text) is QueryRefused refused)
            throw refused.ToException();
    }

    private static WrongUseException Taken(string name) =>
        new($"There is a query \"{name}\" already. listening.change gives it another text; another name makes another query.");
}
