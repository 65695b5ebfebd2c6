using PluginHost.Sdk;

namespace PluginHost.Engine.Secrets;

/// <summary>A secret as it lies in the store.</summary>
internal sealed record SecretRow
{
    /// <summary>The form that this program writes. A later one may close secrets in another way.</summary>
    public const int KnownForm = 1;

    public required long Form { get; init; }

    /// <summary>The key that it was closed with.</summary>
    public required string Key { get; init; }

    public required SealedBytes Closed { get; init; }

    public static SecretRow Read(IRow row) => new()
    {
        Form = row.Integer("form"),
        Key = row.Text("key_id"),
        Closed = new SealedBytes(row.Bytes("nonce"), row.Bytes("closed")),
    };

    /// <summary>Whether it is the very same row: a nonce comes once.</summary>
    public bool Is(SecretRow? other) => other is not null && Closed.Nonce.AsSpan().SequenceEqual(other.Closed.Nonce);
}
