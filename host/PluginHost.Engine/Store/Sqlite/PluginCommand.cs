using System.Data;
using Microsoft.Data.Sqlite;

namespace PluginHost.Engine.Store.Sqlite;

/// <summary>
/// A command on a plugin's own connection. All its statements are prepared before the first one runs, so that a refused one is
/// explained here and nothing before it has happened.
/// </summary>
internal sealed class PluginCommand : SqliteCommand
{
    private readonly PluginConnection _connection;

    public PluginCommand(PluginConnection connection)
    {
        _connection = connection;
        Connection = connection;
    }

    public override void Prepare() => Explained(() =>
    {
        base.Prepare();
        return 0;
    });

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => Explained(() =>
    {
        base.Prepare();
        return base.ExecuteReader(behavior);
    });

    public override int ExecuteNonQuery() => Explained(() =>
    {
        base.Prepare();
        return base.ExecuteNonQuery();
    });

    public override object? ExecuteScalar() => Explained(() =>
    {
        base.Prepare();
        return base.ExecuteScalar();
    });

    private T Explained<T>(Func<T> execute)
    {
        try
        {
            return execute();
        }
        catch (SqliteException error) when (_connection.Explain(error) is { } explained)
        {
            throw explained;
        }
    }
}
