using System.Text.Json;
using PluginHost.Engine.Ways.Exchanges;

namespace PluginHost.Engine.Secrets;

/// <summary>
/// The secrets that went through this process, so that none of them gets into a log or a fault by whatever accident of a plugin: where one stands in a text, signs are put in its place.
/// A secret that is JSON is known by what in it is called a secret, too.
/// </summary>
internal sealed class KnownSecrets
{
    /// <summary>What stands where a secret stood.</summary>
    public const string Sign = "•••";

    // Shorter ones are words that stand everywhere.
    private const int Shortest = 6;

    private readonly Lock _gate = new();

    // Replaced whole: whoever writes a line does not wait.
    private volatile string[] _known = [];

    /// <summary>Remembers one.</summary>
    public void Note(string? secret)
    {
        if (secret is null)
            return;

        foreach (var part in PartsOf(secret))
            Add(part);
    }

    /// <summary>A text without them.</summary>
    public string Hide(string text)
    {
        foreach (var secret in _known)
            text = text.Replace(secret, Sign, StringComparison.Ordinal);

        return text;
    }

    private void Add(string secret)
    {
        if (secret.Length < Shortest || Array.IndexOf(_known, secret) >= 0)
            return;

        // The longest first: one may be the beginning of another.
        lock (_gate)
            _known = [.. _known.Append(secret).Distinct().OrderByDescending(known => known.Length)];
    }

    private static IReadOnlyList<string> PartsOf(string secret)
    {
        if (secret.TrimStart() is not ['{', ..])
            return [secret];

        try
        {
            using var json = JsonDocument.Parse(secret);
            return [secret, .. json.RootElement.EnumerateObject()
                .Where(field => field.Value.ValueKind == JsonValueKind.String && SecretNames.IsOne(field.Name))
                .Select(field => field.Value.GetString()!)];
        }
        catch (JsonException)
        {
            return [secret];
        }
    }
}
