using System.Runtime.CompilerServices;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>Goes through what comes a page at a time.</summary>
internal static class Pages
{
    public const int Size = 100;

    /// <summary>Reads item after item, page after page, until there are no more or the reader has enough.</summary>
    /// <param name="method">The method with its question, without limit and cursor: <c>app.bsky.graph.getFollowers?actor=…</c>.</param>
    /// <param name="items">The member of the answer that has them.</param>
    /// <exception cref="Sdk.PluginHostException">It could not be read to its end. What came before it is not all.</exception>
    public static async IAsyncEnumerable<JsonElement> ReadAsync(Account account, Profile profile, string method, string items, [EnumeratorCancellation] CancellationToken cancel)
    {
        var cursor = "";
        while (true)
        {
            var page = cursor.Length > 0 ? $"&cursor={Uri.EscapeDataString(cursor)}" : "";
            var answer = await account.ReadAsync(profile, $"{method}{(method.Contains('?') ? '&' : '?')}limit={Size}{page}", cancel);
            foreach (var item in Json.Items(answer.Body, items))
                yield return item;

            // A server that gives the same place again has no other page.
            var next = Json.Text(answer.Body, "cursor");
            if (next.Length == 0 || next == cursor)
                yield break;

            cursor = next;
        }
    }
}
