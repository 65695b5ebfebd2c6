using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Secrets;

public sealed class SqliteVaultTests() : VaultTests(StoreDialect.Sqlite)
{
    [Fact]
    public async Task Should_Leave_No_Secret_And_No_Key_In_The_Stores_Files()
    {
        const string Known = "xyzzy-known-secret-plugh";
        await using var bench = new VaultBench(StoreDialect.Sqlite);
        var vault = bench.Vault();
        await vault.WriteAsync("bluesky", "session", Known, CancellationToken.None);
        await vault.RenewAsync("bluesky", "session", kept => Task.FromResult<string?>($"{kept}-2"), CancellationToken.None);

        var files = Directory.GetFiles(bench.Test.Root, "*", SearchOption.AllDirectories);
        var bytes = files.SelectMany(Read).ToArray();

        bytes.Length.ShouldBeGreaterThan(0);
        Finds(bytes, Encoding.UTF8.GetBytes("session")).ShouldBeTrue();
        Finds(bytes, Encoding.UTF8.GetBytes(Known)).ShouldBeFalse();
        Finds(bytes, bench.Machine.Kept.Values.Single()).ShouldBeFalse();
    }

    private static bool Finds(byte[] bytes, byte[] what) => bytes.AsSpan().IndexOf(what) >= 0;

    // The store has it open.
    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
