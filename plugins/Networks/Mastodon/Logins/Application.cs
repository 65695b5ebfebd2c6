namespace PluginHost.Mastodon;

/// <summary>This program as a server knows it: registered once for each address that people are led back to.</summary>
internal sealed record Application
{
    /// <summary>The address of a page that shows the code, for whoever has no browser on this machine.</summary>
    public const string OutOfBand = "urn:ietf:wg:oauth:2.0:oob";

    /// <summary>All that it may ever ask for. A login asks for no more than it needs.</summary>
    public const string Scopes = "read write";

    public required string Id { get; init; }

    public required string Secret { get; init; }

    /// <summary>Where people are led back to.</summary>
    public required string Redirect { get; init; }

    /// <summary>Without its secret: whoever prints an application prints none.</summary>
    public override string ToString() => $"{Id}, led back to {Redirect}";

    public string ToSecret() => Json.Write(json =>
    {
        json.WriteString("client_id", Id);
        json.WriteString("client_secret", Secret);
    });

    /// <summary>Null where it cannot be read.</summary>
    public static Application? Read(string text, string redirect) => Read(Json.Parse(text), redirect);

    public static Application? Read(System.Text.Json.JsonElement json, string redirect) => json.TextOrNull("client_id") is { } id && json.TextOrNull("client_secret") is { } secret
        ? new Application { Id = id, Secret = secret, Redirect = redirect }
        : null;
}
