using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// A connection that a plugin has to itself, held to its own tables. It is no part of the pool: what the plugin does to it ends with it.
/// </summary>
internal sealed class PluginConnection : SqliteConnection
{
    private readonly SqliteFile _file;
    private readonly Caller _caller;
    private readonly Durability _durability;
    private readonly TableGuard _guard = new();

    public PluginConnection(SqliteFile file, Caller caller, Durability durability)
        : base(file.ConnectionString) => (_file, _caller, _durability) = (file, caller, durability);

    [AllowNull]
    public override string ConnectionString
    {
        get => base.ConnectionString;
        set
        {
            // The base class sets it once, in its constructor, before anything of this class is there.
            if (_file is not null)
                throw new WrongUseException($"{_caller.Plugin} may not point its connection at another database: the workspace has one store.");

            base.ConnectionString = value;
        }
    }

    /// <summary>Opens it, also for the second time: the guard goes with the connection, not with the object.</summary>
    public override void Open()
    {
        try
        {
            if (State == ConnectionState.Open)
                return;

            base.Open();
            _guard.Leave();
            _file.SetUp(this, _durability);
            _guard.StandAt(Handle!);
            _guard.Enter(_caller.Plugin, _caller.Access, _caller.Owners);
        }
        catch (SqliteException error) when (SqliteErrors.Explain(error, _file.Path) is { } explained)
        {
            throw explained;
        }
    }

    public override SqliteCommand CreateCommand() => new PluginCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>What to throw for a fault of SQLite.</summary>
    public PluginHostException? Explain(SqliteException error) =>
        _guard.TakeRefusal() is { } refusal ? new PluginHostException(refusal, error) : SqliteErrors.Explain(error, _file.Path);
}
