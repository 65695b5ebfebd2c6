using System.Text;
using System.Text.Json;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky;

/// <summary>
/// What a login gave: who the profile is, where its repository is, and two tokens. The one for calls holds for two hours; the other brings a new pair, once. It is one secret, so that no process
/// ever sees half of a pair.
/// </summary>
internal sealed record Session
{
    // Whoever calls within this before the end gets a new pair first.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>The account, for ever.</summary>
    public required string Account { get; init; }

    /// <summary>What it is called now.</summary>
    public required string Handle { get; init; }

    /// <summary>What the profile called it when it logged in.</summary>
    public required string AskedFor { get; init; }

    /// <summary>Where it logged in, and where tokens are renewed.</summary>
    public required Uri Server { get; init; }

    /// <summary>Where its repository is.</summary>
    public required Uri Repository { get; init; }

    /// <summary>The token for calls.</summary>
    public required string Access { get; init; }

    /// <summary>The token that brings a new pair, once.</summary>
    public required string Refresh { get; init; }

    /// <summary>When the pair was given, by our clock.</summary>
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>Until when calls are taken, as far as the token says so.</summary>
    public DateTimeOffset? EndsAt => Jwt.Read(Access).Life is { } life ? GivenAt + life : null;

    /// <summary>Until when a new pair can be had.</summary>
    public DateTimeOffset? RenewableUntil => Jwt.Read(Refresh).Life is { } life ? GivenAt + life : null;

    public bool IsEnding(DateTimeOffset now) => EndsAt is { } ends && now >= ends - Margin;

    /// <summary>Whether it is that of the profile as <c>plugins.yaml</c> has it today: whoever renames the account there must not speak as another one.</summary>
    public bool IsOf(Profile profile) =>
        (Bluesky.Handle.AreSame(profile.Handle, AskedFor) || Bluesky.Handle.AreSame(profile.Handle, Handle) || profile.Handle == Account)
        && (profile.Server.Length == 0 || (Uri.TryCreate(profile.Server, UriKind.Absolute, out var server) && server.Authority == Server.Authority));

    /// <summary>Without its tokens: whoever prints a session prints no secret.</summary>
    public override string ToString() => $"{Handle} ({Account}) on {Server.Authority}";

    /// <summary>As it is kept. The tokens have the names that the server has for them, which whoever keeps secrets out of logs knows for such.</summary>
    public string ToSecret() => Encoding.UTF8.GetString(Json.Object(secret =>
    {
        secret.WriteString("account", Account);
        secret.WriteString("handle", Handle);
        secret.WriteString("askedFor", AskedFor);
        secret.WriteString("server", Server.ToString());
        secret.WriteString("repository", Repository.ToString());
        secret.WriteString("accessJwt", Access);
        secret.WriteString("refreshJwt", Refresh);
        secret.WriteString("givenAt", GivenAt);
    }));

    /// <summary>Reads one; null where there is none, or nothing that this version can read: then the profile logs in again.</summary>
    public static Session? Read(string? secret)
    {
        var kept = secret is null ? default : Json.Read(Encoding.UTF8.GetBytes(secret));
        return Uri.TryCreate(Json.Text(kept, "server"), UriKind.Absolute, out var server)
            && Uri.TryCreate(Json.Text(kept, "repository"), UriKind.Absolute, out var repository)
            && Json.At(kept, "givenAt") is { ValueKind: JsonValueKind.String } given
            && given.TryGetDateTimeOffset(out var givenAt)
                ? new Session
                {
                    Account = Json.Text(kept, "account"),
                    Handle = Json.Text(kept, "handle"),
                    AskedFor = Json.Text(kept, "askedFor"),
                    Server = server,
                    Repository = repository,
                    Access = Token(kept, "accessJwt", "access"),
                    Refresh = Token(kept, "refreshJwt", "refresh"),
                    GivenAt = givenAt,
                }
                : null;
    }

    // Sessions that were kept before have the shorter name.
    private static string Token(JsonElement kept, string name, string before) => Json.Text(kept, name) is { Length: > 0 } token ? token : Json.Text(kept, before);
}
