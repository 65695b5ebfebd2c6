using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PluginHost.RehearsalServer;

/// <summary>As the servers that speak Mastodon's language and ignore its keys: every request is another post.</summary>
internal sealed class MastodonWithoutKeysManner : MastodonManner
{
    public override string Name => "mastodon-without-keys";

    public override Sending Read(JsonElement body, HttpRequest request) => base.Read(body, request) with { Key = "" };
}
