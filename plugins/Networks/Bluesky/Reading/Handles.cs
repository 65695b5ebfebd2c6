using System.Net;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>Whose a handle is. It may be given to another account any day, so nothing is kept.</summary>
internal sealed class Handles(Account account)
{
    /// <summary>The account; null where nobody has the handle.</summary>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    /// <exception cref="Sdk.PluginHostException">It could not be asked; the message says why.</exception>
    public async Task<string?> AccountOfAsync(Profile profile, string handle, CancellationToken cancel)
    {
        if (Did.Is(handle))
            return handle;

        if (!Handle.Is(handle))
            return null;

        var answer = await account.GetAsync(profile, $"com.atproto.identity.resolveHandle?handle={handle}", cancel);
        if (answer.IsSuccess && Json.Text(answer.Body, "did") is var did && Did.Is(did))
            return did;

        return answer.Status == HttpStatusCode.BadRequest && answer.Error.Length > 0 ? null : throw Account.Trouble(answer);
    }
}
