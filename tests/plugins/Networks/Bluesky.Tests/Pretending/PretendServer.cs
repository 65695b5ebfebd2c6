using System.Net;
using System.Text.Json.Nodes;
using System.Web;
using PluginHost.Sdk.Testing;

namespace PluginHost.Bluesky.Tests;

/// <summary>A PDS with its AppView in memory: as much of them as this plugin asks, behaving as the real ones were seen to (PDS 0.5.35).</summary>
internal sealed class PretendServer
{
    public const string Address = "https://pds.example";

    private readonly List<PretendAccount> _accounts = [];
    private readonly PretendRepos _repos;
    private readonly PretendReading _reading;
    private readonly TimeProvider _clock;

    public PretendServer(TimeProvider clock)
    {
        _clock = clock;
        Tokens = new PretendTokens(() => Now);
        _repos = new PretendRepos(() => Now);
        _reading = new PretendReading(_repos, _accounts);
    }

    /// <summary>How far its clock is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    public PretendTokens Tokens { get; }

    public IReadOnlyList<PretendRecord> Posts => [.. _repos.All.Where(record => record.Collection == Collections.Post)];

    public IReadOnlyList<PretendRecord> All => _repos.All;

    /// <summary>What was asked, by method.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Answers in the server's place, before anything is done; null leaves it to the server.</summary>
    public Func<string, TestRequest, HttpResponseMessage?>? Before { get; set; }

    /// <summary>Changes the answer after everything was done.</summary>
    public Func<string, HttpResponseMessage, HttpResponseMessage>? After { get; set; }

    private DateTimeOffset Now => _clock.GetUtcNow() + Ahead;

    public PretendAccount Open(string handle, string password)
    {
        var account = new PretendAccount { Did = $"did:plc:{Tid.Naming(handle)}{Tid.Naming(handle)[..11]}", Handle = handle, Password = password };
        _accounts.Add(account);
        return account;
    }

    /// <summary>Lets somebody write a record, without a request.</summary>
    public PretendRecord Write(PretendAccount who, string collection, JsonObject value) => _repos.Write(who.Did, collection, Tid.Of(_repos.All.Count + 1, 0), value);

    /// <param name="late">How long before now it says that it was written.</param>
    public PretendRecord Say(PretendAccount who, string text, PretendRecord? answers = null, TimeSpan late = default)
    {
        var post = new JsonObject { ["$type"] = Collections.Post, ["text"] = text, ["createdAt"] = AtInstant.Write(Now - late) };
        if (answers is not null)
        {
            var parent = new JsonObject { ["uri"] = answers.Uri, ["cid"] = answers.Cid };
            post["reply"] = new JsonObject { ["root"] = answers.Value["reply"]?["root"]?.DeepClone() ?? parent.DeepClone(), ["parent"] = parent };
        }

        return Write(who, Collections.Post, post);
    }

    public PretendRecord Find(string uri) => _repos.All.Single(record => record.Uri == uri);

    public void Remove(string uri) => _repos.Remove(uri);

    public HttpResponseMessage Answer(TestRequest request)
    {
        var address = new Uri(request.Address);
        var method = address.AbsolutePath["/xrpc/".Length..];
        Asked.Add(method);
        if (Before?.Invoke(method, request) is { } instead)
            return instead;

        var answer = Do(method, HttpUtility.ParseQueryString(address.Query), request);
        answer.Headers.Date ??= Now;
        return After?.Invoke(method, answer) ?? answer;
    }

    private HttpResponseMessage Do(string method, System.Collections.Specialized.NameValueCollection query, TestRequest request)
    {
        var token = request.Headers.GetValueOrDefault("Authorization", "").Replace("Bearer ", "");
        switch (method)
        {
            case "com.atproto.server.describeServer":
                return Said.Ok(new JsonObject { ["did"] = "did:web:pds.example" });
            case "com.atproto.server.createSession":
                return LogIn(JsonNode.Parse(request.Body)!);
            case "com.atproto.server.refreshSession":
                var (owner, trouble) = Tokens.Use(token);
                return owner is null ? Said.No(HttpStatusCode.BadRequest, trouble, "Token has been revoked") : SessionOf(_accounts.Single(one => one.Did == owner));
            case "com.atproto.server.deleteSession":
                Tokens.Use(token);
                return new HttpResponseMessage(HttpStatusCode.OK);
            default:
                break;
        }

        var (did, error) = Tokens.Check(token);
        if (did is null)
            return token.Length == 0 ? Said.No(HttpStatusCode.Unauthorized, "AuthMissing", "Authentication Required") : Said.No(HttpStatusCode.BadRequest, error, "Token could not be verified");

        var account = _accounts.Single(one => one.Did == did);
        return method == "com.atproto.server.getSession" ? Said.Ok(Who(account)) : _repos.Do(method, did, query, request) ?? _reading.Do(method, account, query) ?? Unknown(method);
    }

    private HttpResponseMessage LogIn(JsonNode login)
    {
        var account = _accounts.SingleOrDefault(one => one.Handle == login["identifier"]!.GetValue<string>() && one.Password == login["password"]!.GetValue<string>());
        if (account is null)
            return Said.No(HttpStatusCode.Unauthorized, "AuthenticationRequired", "Invalid identifier or password");

        if (account.Status == "takendown")
            return Said.No(HttpStatusCode.Unauthorized, "AccountTakedown", "Account has been taken down");

        return account.Code.Length > 0 && login["authFactorToken"]?.GetValue<string>() != account.Code
            ? Said.No(HttpStatusCode.Unauthorized, "AuthFactorTokenRequired", "A sign in code has been sent to your email address")
            : SessionOf(account);
    }

    private HttpResponseMessage SessionOf(PretendAccount account)
    {
        var session = Who(account);
        var (access, refresh) = Tokens.Give(account.Did);
        session["accessJwt"] = access;
        session["refreshJwt"] = refresh;
        session["didDoc"] = JsonNode.Parse($$"""{"id":"{{account.Did}}","service":[{"id":"#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":"{{Address}}"}]}""");
        return Said.Ok(session);
    }

    private static JsonObject Who(PretendAccount account)
    {
        var who = new JsonObject { ["did"] = account.Did, ["handle"] = account.Handle, ["active"] = account.Status.Length == 0 };
        if (account.Status.Length > 0)
            who["status"] = account.Status;

        return who;
    }

    private static HttpResponseMessage Unknown(string method) => Said.No(HttpStatusCode.NotImplemented, "MethodNotImplemented", method);
}
