using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>The workspace's key as one place can open it: closed with what a machine's key store has, or with what follows from a passphrase.</summary>
internal sealed record KeyRow
{
    /// <summary>A name that nobody else has. In a machine's key store, what it is closed with is filed under it.</summary>
    public required string Holder { get; init; }

    /// <summary>The workspace's key.</summary>
    public required string Key { get; init; }

    /// <summary>What sort of place opens it: <c>libsecret</c>, <c>passphrase</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>For people: whose place it is.</summary>
    public required string Label { get; init; }

    /// <summary>What is mixed into the passphrase; empty of a key store.</summary>
    public byte[] Salt { get; init; } = [];

    /// <summary>How often the passphrase is stirred; 0 of a key store.</summary>
    public long Iterations { get; init; }

    public required SealedBytes Closed { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Opens the workspace's key. Its tag is the check: with a wrong passphrase nothing opens, and nothing was written.</summary>
    public SealingKey? Open(SealingKey with) => with.Open(Closed, "vault key", Key, Holder, Kind) is { Length: SealingKey.Length } bytes ? new SealingKey(Key, bytes) : null;

    /// <summary>Closes the workspace's key for this place.</summary>
    public KeyRow With(SealingKey key, SealingKey with) => this with { Key = key.Id, Closed = key.CloseWith(with, "vault key", key.Id, Holder, Kind) };

    public static KeyRow Read(IRow row) => new()
    {
        Holder = row.Text("holder"),
        Key = row.Text("key_id"),
        Kind = row.Text("kind"),
        Label = row.Text("label"),
        Salt = row.Bytes("salt"),
        Iterations = row.Integer("iterations"),
        Closed = new SealedBytes(row.Bytes("nonce"), row.Bytes("closed")),
        MadeAt = row.Instant("made_at"),
    };
}
