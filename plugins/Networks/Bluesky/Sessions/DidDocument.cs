using System.Text.Json;

namespace PluginHost.Bluesky;

/// <summary>What an account publishes about itself (atproto.com/specs/did): above all, which server has its repository.</summary>
internal static class DidDocument
{
    /// <summary>The address of the server that has the repository; null where the document names none that may be called.</summary>
    /// <param name="document">The document.</param>
    /// <param name="from">Who gave it. A server that is called over https does not lead to one without.</param>
    public static Uri? RepositoryIn(JsonElement document, Uri from)
    {
        foreach (var service in Json.Items(document, "service"))
        {
            if (!Json.Text(service, "id").EndsWith("#atproto_pds", StringComparison.Ordinal) || !Uri.TryCreate(Json.Text(service, "serviceEndpoint"), UriKind.Absolute, out var address))
                continue;

            return address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp) ? address : null;
        }

        return null;
    }
}
