using Npgsql;

namespace PluginHost.Benchmarks.Outbox;

/// <summary>
/// The bare loop of PostgreSQL: claim one with <c>skip locked</c>, commit that it is being sent, send, commit what became of it. As many side by side
/// as the worker sends at once, each on a connection of its own.
/// </summary>
internal sealed class BareClaims : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private BareClaims(NpgsqlDataSource source) => _source = source;

    public static async Task<BareClaims> OpenAsync(string connection, CancellationToken cancel)
    {
        var source = NpgsqlDataSource.Create(connection);
        await using var make = source.CreateCommand(
            """
            create table bare (id bigint generated always as identity primary key, state text not null, owner text, lease_until bigint, text text not null);
            create index bare_due on bare (id) where state = 'scheduled'
            """);
        await make.ExecuteNonQueryAsync(cancel);
        return new BareClaims(source);
    }

    /// <summary>Sends so many.</summary>
    /// <returns>Milliseconds for each.</returns>
    public async Task<double> RunAsync(int posts, int sideBySide, CancellationToken cancel)
    {
        await using var fill = _source.CreateCommand("insert into bare (state, text) select 'scheduled', repeat('x', 300) from generate_series(1, $1)");
        fill.Parameters.Add(new NpgsqlParameter { Value = posts });
        await fill.ExecuteNonQueryAsync(cancel);
        var begun = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, sideBySide).Select(_ => WorkAsync(cancel)));
        return TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds / posts;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task WorkAsync(CancellationToken cancel)
    {
        await using var connection = await _source.OpenConnectionAsync(cancel);
        await using var claim = new NpgsqlCommand(
            """
            update bare set state = 'leased', owner = 'bench', lease_until = 1
            where id = (select id from bare where state = 'scheduled' order by id limit 1 for update skip locked) returning id
            """,
            connection);
        await using var sending = new NpgsqlCommand("update bare set state = 'sending' where id = $1 and state = 'leased'", connection);
        await using var sent = new NpgsqlCommand("update bare set state = 'sent' where id = $1 and state = 'sending'", connection);
        sending.Parameters.Add(new NpgsqlParameter<long>());
        sent.Parameters.Add(new NpgsqlParameter<long>());
        while (await claim.ExecuteScalarAsync(cancel) is long id)
        {
            ((NpgsqlParameter<long>)sending.Parameters[0]).TypedValue = id;
            await sending.ExecuteNonQueryAsync(cancel);
            ((NpgsqlParameter<long>)sent.Parameters[0]).TypedValue = id;
            await sent.ExecuteNonQueryAsync(cancel);
        }
    }
}
