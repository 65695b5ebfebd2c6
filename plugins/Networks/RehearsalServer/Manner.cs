using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PluginHost.RehearsalServer;

/// <summary>
/// How one kind of network behaves: its words, its errors, and what it makes of a repeat. It keeps nothing: what is known is in
/// <see cref="Memory"/>, what goes wrong is decided by <see cref="Door"/>.
/// </summary>
internal abstract class Manner
{
    /// <summary>The kind, as workspaces name it.</summary>
    public abstract string Name { get; }

    public abstract string SendPath { get; }

    /// <summary>Where posts are looked for; null where they cannot be.</summary>
    public virtual string? AskPath => null;

    /// <summary>How long an allowance lasts.</summary>
    public abstract TimeSpan Window { get; }

    /// <summary>What a send costs of it.</summary>
    public virtual int Cost => 1;

    /// <summary>What is to be published.</summary>
    /// <param name="body">The request's body.</param>
    /// <param name="request">Its headers.</param>
    /// <exception cref="FormatException">The body is none of this network's.</exception>
    public abstract Sending Read(JsonElement body, HttpRequest request);

    /// <summary>Before it lies around. What is decided here may be wrong by the time it is carried out: that is the race of real servers.</summary>
    public virtual Verdict OnArrival(Arrival arrival, Account account, DateTimeOffset now, Troubles troubles, Dice dice) => new Verdict.Publish();

    /// <summary>In the step in which it is published.</summary>
    public virtual Verdict OnPublishing(Arrival arrival, Account account, DateTimeOffset now) => new Verdict.Publish();

    /// <summary>Why it is refused for good; null where it is not.</summary>
    public abstract string? Fault(Sending sending);

    public abstract string RemoteId(Arrival arrival, long number);

    /// <summary>The answer to what was published or known again.</summary>
    public abstract Reply Given(StoredPost post, bool isNew);

    public abstract Reply Refused(string reason);

    public abstract Reply Expired();

    public abstract Reply Limited(Allowance allowance, Dice dice);

    public virtual Reply Broken() => Problem(503, "Service Unavailable");

    /// <summary>The answer where the server stumbled over something after it had published.</summary>
    public virtual Reply Stumbled(StoredPost post, Dice dice) => Broken();

    public abstract IReadOnlyList<(string Name, string Value)> HeadersOf(Allowance allowance);

    /// <summary>What is found.</summary>
    public virtual Reply Find(Account account, HttpRequest request) => throw new NotSupportedException($"Nobody can look for posts on {Name}.");

    protected static Reply Problem(int status, string error) => new() { Status = status, Body = new JsonObject { ["error"] = error } };

    protected static string Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
}
