using System.Security.Cryptography;
using System.Text;

namespace PluginHost.Engine.Secrets.Keys;

/// <summary>A key that follows from a passphrase: PBKDF2 with HMAC-SHA-512 (RFC 8018), as often as is recommended for SHA-256, which is more than for SHA-512 (OWASP, 2023).</summary>
internal static class PassphraseKey
{
    /// <summary>The kind of row that a passphrase opens, wherever it comes from.</summary>
    public const string Kind = "passphrase";

    /// <summary>The fewest characters of a new passphrase.</summary>
    public const int Fewest = 8;

    public const int Iterations = 600_000;

    private const int SaltLength = 16;

    /// <summary>Opens the workspace's key with a passphrase.</summary>
    /// <returns>Null where it is the wrong one.</returns>
    public static async Task<KeyOpened?> OpenAsync(string passphrase, IReadOnlyList<KeyRow> rows, CancellationToken cancel)
    {
        foreach (var row in rows.Where(row => row.Kind == Kind))
        {
            if (row.Open(await StirAsync(passphrase, row, cancel)) is { } key)
                return new KeyOpened(key, row);
        }

        return null;
    }

    /// <summary>Makes a row that the passphrase opens.</summary>
    public static async Task<KeyRow> KeepAsync(string passphrase, SealingKey key, string holder, DateTimeOffset now, CancellationToken cancel)
    {
        var row = new KeyRow
        {
            Holder = holder,
            Key = key.Id,
            Kind = Kind,
            Label = "whoever knows it",
            Salt = RandomNumberGenerator.GetBytes(SaltLength),
            Iterations = Iterations,
            Closed = new SealedBytes([], []),
            MadeAt = now,
        };
        return row.With(key, await StirAsync(passphrase, row, cancel));
    }

    // It takes the better part of a second. The same letters may be typed in two ways.
    private static async Task<SealingKey> StirAsync(string passphrase, KeyRow row, CancellationToken cancel)
    {
        var bytes = Encoding.UTF8.GetBytes(passphrase.Normalize(NormalizationForm.FormC));
        var key = await Task.Run(() => Rfc2898DeriveBytes.Pbkdf2(bytes, row.Salt, (int)row.Iterations, HashAlgorithmName.SHA512, SealingKey.Length), cancel);
        return new SealingKey(row.Holder, key);
    }
}
