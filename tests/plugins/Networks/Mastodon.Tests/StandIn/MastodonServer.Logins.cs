using System.Security.Cryptography;
using System.Text;
using PluginHost.Sdk.Testing;

namespace PluginHost.Mastodon.Tests;

internal sealed partial class MastodonServer
{
    private readonly Dictionary<string, string> _applications = new(StringComparer.Ordinal);

    /// <summary>The code that a person is shown who allows it.</summary>
    public const string Code = "code-1";

    /// <summary>The tokens that it takes.</summary>
    public HashSet<string> Tokens { get; } = [];

    /// <summary>Who is logged in in the browser.</summary>
    public string TokenOwner { get; set; } = "slocombe";

    /// <summary>The challenge that the page was opened with, where it was; a code is then given only for its verifier.</summary>
    public string? Challenge { get; set; }

    private HttpResponseMessage? DoLogin(TestRequest request, string path)
    {
        var form = QueryOf(request.Body);
        switch (path)
        {
            case "/api/v1/apps":
                var id = $"client-{_applications.Count + 1}";
                _applications[id] = form["redirect_uris"].Single();
                return Ok(new { client_id = id, client_secret = $"secret of {id}" });
            case "/oauth/token":
                return GiveToken(form);
            case "/oauth/revoke":
                Tokens.Remove(form["token"].Single());
                return Reply(200, "{}");
            default:
                return null;
        }
    }

    private HttpResponseMessage GiveToken(ILookup<string, string> form)
    {
        var id = form["client_id"].Single();
        if (!_applications.TryGetValue(id, out var redirect) || form["client_secret"].Single() != $"secret of {id}")
            return Reply(401, """{"error":"invalid_client","error_description":"Client authentication failed due to unknown client."}""");

        var verifier = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].Single()))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        if (form["code"].Single() != Code || form["redirect_uri"].Single() != redirect || (Challenge is not null && Challenge != verifier))
            return Reply(400, """{"error":"invalid_grant","error_description":"The provided authorization grant is invalid, expired or revoked."}""");

        var token = $"token-{NewId()}";
        Tokens.Add(token);
        return Ok(new { access_token = token, token_type = "Bearer", scope = form["scope"].Single() });
    }

    /// <summary>Forgets every application, as a server that was set up anew.</summary>
    public void ForgetApplications() => _applications.Clear();
}
