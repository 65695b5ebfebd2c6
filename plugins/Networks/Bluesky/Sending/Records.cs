using System.Text.Json;
using PluginHost.Campaigns;
using PluginHost.Sdk;

namespace PluginHost.Bluesky;

/// <summary>Writes small records of which there is one for each thing: a like for a post, a follow for a person, a place on a list.</summary>
internal sealed class Records(Account account, Sessions sessions, TimeProvider clock)
{
    /// <summary>Sees to it that there is one.</summary>
    /// <param name="thing">What it is about. Its name follows from that.</param>
    /// <param name="write">Writes what it says, besides its kind and the time.</param>
    /// <returns>Where it stands.</returns>
    /// <exception cref="PluginHostException">The server refused, or gave no answer: it may be asked for once more, there will be one.</exception>
    public async Task<AtUri> PutAsync(Profile profile, string collection, string thing, Action<Utf8JsonWriter> write, CancellationToken cancel)
    {
        var session = await sessions.ForAsync(profile, cancel);
        var uri = new AtUri { Repo = session.Account, Collection = collection, Name = Tid.Naming($"{collection}/{thing}") };
        var body = Json.Object(put =>
        {
            put.WriteString("repo", uri.Repo);
            put.WriteString("collection", collection);
            put.WriteString("rkey", uri.Name);
            put.WriteNull("swapRecord");
            put.WriteStartObject("record");
            put.WriteString("$type", collection);
            write(put);
            put.WriteString("createdAt", AtInstant.Write(clock.GetUtcNow()));
            put.WriteEndObject();
        });

        // One that is there already differs in its time alone, and stays.
        var answer = await RequireAsync(() => account.PostAsync(profile, "com.atproto.repo.putRecord", body, cancel));
        return answer.IsSuccess || answer.Error == "InvalidSwap" ? uri : throw Account.Trouble(answer);
    }

    /// <summary>Turns what can go wrong on the way into something that is said to a person.</summary>
    public static async Task<T> RequireAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (StoppedException stopped)
        {
            throw new PluginHostException($"Bluesky: {Reason(stopped.Result)}");
        }
        catch (HttpRequestException error)
        {
            throw new PluginHostException($"Bluesky gave no answer: {error.Message} It can be done once more: there will be one.", error);
        }
    }

    private static string Reason(SendResult result) => result switch
    {
        RefusedByNetwork refused => refused.Reason,
        TryLater later => later.Reason,
        _ => "it was stopped",
    };
}
