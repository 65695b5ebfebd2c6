namespace PluginHost.Mastodon;

/// <summary>What lets a profile speak, as it is kept in the vault. A token does not expire; it is revoked.</summary>
internal sealed record Session
{
    /// <summary>The server that gave the token. It is sent nowhere else.</summary>
    public required string Server { get; init; }

    public required string Token { get; init; }

    /// <summary>The id of the account there.</summary>
    public required string AccountId { get; init; }

    /// <summary>The account as the server knows it: <c>slocombe@mastodon.example</c>.</summary>
    public required string Account { get; init; }

    /// <summary>What the token is for, with spaces between.</summary>
    public required string Scopes { get; init; }

    /// <summary>The application in whose name it was given: only it can revoke the token.</summary>
    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>Without its secrets: whoever prints a session prints none.</summary>
    public override string ToString() => $"{Account} on {Server}";

    public string ToSecret() => Json.Write(json =>
    {
        json.WriteString("server", Server);
        json.WriteString("token", Token);
        json.WriteString("account_id", AccountId);
        json.WriteString("account", Account);
        json.WriteString("scopes", Scopes);
        json.WriteString("client_id", ClientId);
        json.WriteString("client_secret", ClientSecret);
    });

    /// <summary>Null where it cannot be read: a newer program wrote it, or another thing.</summary>
    public static Session? Read(string secret)
    {
        var json = Json.Parse(secret);
        return json.Text("token").Length == 0 || json.Text("server").Length == 0
            ? null
            : new Session
            {
                Server = json.Text("server"),
                Token = json.Text("token"),
                AccountId = json.Text("account_id"),
                Account = json.Text("account"),
                Scopes = json.Text("scopes"),
                ClientId = json.Text("client_id"),
                ClientSecret = json.Text("client_secret"),
            };
    }
}
