using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// A connection that a plugin has to itself, held to its own tables. It is no part of the pool: what the plugin does to it ends with it.
/// </summary>
internal sealed class PluginConnection : SqliteConnection
{
    private readonly StoreFile _file;
    private readonly string _plugin;
    private readonly TableOwners _owners;
    private readonly TableGuard _guard = new();

    public PluginConnection(StoreFile file, string plugin, TableOwners owners)
        : base(file.ConnectionString) => (_file, _plugin, _owners) = (file, plugin, owners);

    [AllowNull]
    public override string ConnectionString
    {
        get => base.ConnectionString;
        set
        {
            // The base class sets it once, in its constructor, before anything of this class is there.
            if (_file is not null)
                throw new WrongUseException($"{_plugin} may not point its connection at another database: the workspace has one store.");

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
            _file.SetUp(this);
            _guard.StandAt(Handle!);
            _guard.Enter(_plugin, Access.Connection, _owners);
        }
        catch (SqliteException error) when (StoreErrors.Explain(error, _file.Path) is { } explained)
        {
            throw explained;
        }
    }

    public override SqliteCommand CreateCommand() => new PluginCommand(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>What to throw for a fault of SQLite.</summary>
    public PluginHostException? Explain(SqliteException error) =>
        _guard.TakeRefusal() is { } refusal ? new PluginHostException(refusal, error) : StoreErrors.Explain(error, _file.Path);
}
