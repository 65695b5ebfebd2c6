using PluginHost.Listening.Queries;
using PluginHost.Sdk;

namespace PluginHost.Listening.People;

/// <summary>Lists of people, by which queries choose who is heard: <c>list:press</c>.</summary>
internal sealed class PeopleLists(IStore store, TimeProvider clock)
{
    /// <summary>Who is on which list, in alphabetical order.</summary>
    public static Task<IReadOnlyList<(string List, string Handle)>> ReadAsync(IReads reads) => reads.ReadAsync(
        $"select list, handle from listening_list order by list, handle", row => (row.Text("list"), row.Text("handle")));

    /// <summary>Puts people on a list, making it where there is none. Who is on it already stays.</summary>
    /// <returns>How many are new on it.</returns>
    /// <exception cref="WrongUseException">The name or a handle is none.</exception>
    public Task<int> AddAsync(string list, IReadOnlyList<string> handles, CancellationToken cancel)
    {
        var (name, people) = (NameOf(list), HandlesOf(handles));
        return ChangeAsync(
            async transaction =>
            {
                var added = 0;
                foreach (var handle in people)
                {
                    added += await transaction.WriteAsync(
                        $"insert into listening_list (list, handle, added_at) values ({name}, {handle}, {clock.GetUtcNow()}) on conflict do nothing");
                }

                return added;
            },
            cancel);
    }

    /// <summary>Takes people off a list. A list on which nobody is left is gone.</summary>
    /// <returns>How many were on it.</returns>
    /// <exception cref="WrongUseException">The name or a handle is none.</exception>
    public Task<int> RemoveAsync(string list, IReadOnlyList<string> handles, CancellationToken cancel)
    {
        var (name, people) = (NameOf(list), HandlesOf(handles));
        return ChangeAsync(
            async transaction =>
            {
                var removed = 0;
                foreach (var handle in people)
                    removed += await transaction.WriteAsync($"delete from listening_list where list = {name} and handle = {handle}");

                return removed;
            },
            cancel);
    }

    private Task<int> ChangeAsync(Func<IStoreTransaction, Task<int>> change, CancellationToken cancel) => store.TransactAsync(
        async transaction =>
        {
            var changed = await change(transaction);
            if (changed > 0)
                await QueryBook.NoteChangeAsync(transaction);

            return changed;
        },
        cancel);

    private static string NameOf(string list)
    {
        var name = list.Trim().ToLowerInvariant();
        return name.Length is > 0 and <= 60 && name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-')
            ? name
            : throw new WrongUseException($"\"{list}\" is no name for a list. Take letters, digits, underscores and hyphens, so that a query can say list:key-accounts.");
    }

    private static List<string> HandlesOf(IReadOnlyList<string> handles)
    {
        var people = handles.Select(handle => Handles.Plain(handle.Trim())).Where(handle => handle.Length > 0).Distinct().ToList();
        return people.Count > 0 ? people : throw new WrongUseException("Nobody was named. Write handles: people=@kari,@ola.");
    }
}
