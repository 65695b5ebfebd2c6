using PluginHost.Sdk;

namespace PluginHost.Posting.Media;

/// <summary>What people have said of pictures, by the pictures' bytes: who writes it once need not write it again, whatever the file is called then.</summary>
internal sealed class AltMemory(IStore store, TimeProvider clock)
{
    /// <summary>What was said of a picture in a language; else in whatever language nobody has named.</summary>
    /// <returns>The words; empty where nobody has said anything.</returns>
    public async Task<string> FindAsync(string hash, string language, CancellationToken cancel)
    {
        var found = await store.ReadAsync(
            $"select alt as text from posting_alt where hash = {hash} and language in ({language}, '') order by language desc limit 1",
            row => row.Text("text"),
            cancel);
        return found.Count > 0 ? found[0] : "";
    }

    /// <summary>Remembers what was said of a picture.</summary>
    public Task KeepAsync(string hash, string language, string alt, CancellationToken cancel) => store.WriteAsync(
        $"""
        insert into posting_alt (hash, language, alt, said_at) values ({hash}, {language}, {alt}, {clock.GetUtcNow()})
        on conflict (hash, language) do update set alt = excluded.alt, said_at = excluded.said_at
        """,
        cancel);
}
