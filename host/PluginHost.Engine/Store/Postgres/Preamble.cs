using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>What goes before a statement in the same journey, and so in the same transaction: whose rights it has, what a commit waits for, which lock.</summary>
internal sealed record Preamble
{
    private Preamble(string text, params object[] parameters) => (Text, Parameters) = (text, parameters);

    public static Preamble None { get; } = new("");

    public string Text { get; }

    public IReadOnlyList<object> Parameters { get; }

    /// <summary>Reading, which writes nothing.</summary>
    public static Preamble ForReading(string role) =>
        new("select set_config('role', $1, true), set_config('transaction_read_only', 'on', true)", role);

    /// <summary>One statement, beside the single statements of others.</summary>
    public static Preamble ForStatement(string role, Durability durability, string plugin) => Writing("pg_advisory_xact_lock_shared", role, durability, plugin);

    /// <summary>Several statements, alone.</summary>
    public static Preamble ForTransaction(string role, Durability durability, string plugin) => Writing("pg_advisory_xact_lock", role, durability, plugin);

    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand(Text);
        foreach (var value in Parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = value });

        return command;
    }

    private static Preamble Writing(string take, string role, Durability durability, string plugin) => new(
        $"select set_config('role', $1, true), set_config('synchronous_commit', $2, true), {take}($3)",
        role, durability == Durability.Full ? "on" : "off", LockOf(plugin));

    // Advisory locks belong to one database. Others may use them there too, so the number comes from a name that is ours.
    private static long LockOf(string plugin) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"pluginhost/{plugin}")).AsSpan(0, sizeof(long)));
}
