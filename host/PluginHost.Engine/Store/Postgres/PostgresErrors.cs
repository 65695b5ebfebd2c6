using System.Net.Sockets;
using Npgsql;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store.Postgres;

/// <summary>Says in plain words what PostgreSQL means, where a person can do something about it. No message has a password in it.</summary>
internal static class PostgresErrors
{
    // idle_in_transaction_session_timeout, which Npgsql has no name for.
    private const string IdleTooLong = "25P03";

    /// <summary>The exception to throw instead; null where the statement itself is wrong, which is a fault of its author.</summary>
    public static PluginHostException? Explain(Exception error, PostgresAddress address, TimeSpan patience) => error switch
    {
        PostgresException said => Explain(said, address, patience),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => Unreachable(error.InnerException!.Message, error, address),
        NpgsqlException when error.Message.Contains("assword", StringComparison.Ordinal) => NoEntry("it asks for a password, and none was given", error, address),
        NpgsqlException when error.Message.Contains("pool", StringComparison.Ordinal) => new(
            $"Too much is going on in the workspace's store at once: all connections of this program are in use. Try again. ({address.Place})", error),
        NpgsqlException or TimeoutException => Unreachable(error.Message, error, address),
        SocketException => Unreachable(error.Message, error, address),
        _ => null,
    };

    /// <summary>Whether a connection that was open is no more.</summary>
    public static bool IsLost(Exception error) => error switch
    {
        PostgresException said => said.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or IdleTooLong,

        // Opening one says "Failed to connect"; what is thrown there has a socket's fault inside.
        NpgsqlException { InnerException: IOException } => true,

        // Of a connection that is open, and so of a statement: a failure to connect says so itself.
        NpgsqlException { InnerException: TimeoutException } => !error.Message.StartsWith("Failed to connect", StringComparison.Ordinal),
        NpgsqlException { InnerException: SocketException inner } => inner.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted,
        ObjectDisposedException => true,
        _ => false,
    };

    /// <summary>Whether a statement that the server keeps prepared did not run, because its tables have other columns since.</summary>
    public static bool IsOutdated(Exception error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: "RevalidateCachedQuery" };

    public static PluginHostException Outdated(Exception error, PostgresAddress address) => new(
        $"The tables of the workspace's store were changed by another process while this one was writing: nothing of it was written. Try again. ({address.Place})", error);

    public static PluginHostException Lost(Exception error, PostgresAddress address) => new(
        $"The connection to the workspace's store was lost: {error.Message} What was being written is there as a whole or not at all: look before it is done "
        + $"again. The next use connects anew. ({address.Place})", error);

    /// <summary>What a guest is told whose statement touches what is not its own.</summary>
    public static PluginHostException? Refusal(PostgresException error, Caller caller, string statement)
    {
        if (caller.Access == Access.Host)
            return null;

        return error.SqlState switch
        {
            PostgresErrorCodes.InsufficientPrivilege when !PostgresRoles.IsNamedIn(error) => new(Refuse(NameIn(error.MessageText), caller, statement), error),
            PostgresErrorCodes.ReadOnlySqlTransaction when caller.Access == Access.Read => new(
                $"{caller.Plugin} may not write to {GuestStatement.TargetOf(statement)} in ReadAsync: write with WriteAsync or TransactAsync.", error),
            _ => null,
        };
    }

    private static string Refuse(string table, Caller caller, string statement)
    {
        var verb = table.Equals(GuestStatement.TargetOf(statement), StringComparison.OrdinalIgnoreCase) ? "write to"
            : caller.Access == Access.Migrate ? "use"
            : "read";
        return caller.Owners.OwnerOf(table) is { } owner && owner != caller.Plugin
            ? $"{caller.Plugin} may not {verb} {table}: it belongs to {owner}. A plugin's tables begin with {TableOwners.PrefixOf(caller.Plugin)}."
            : $"{caller.Plugin} may not {verb} {table}: a plugin's tables begin with {TableOwners.PrefixOf(caller.Plugin)}.";
    }

    // "permission denied for table x": in every language of the server the name comes last.
    private static string NameIn(string message)
    {
        var end = message.Length;
        while (end > 0 && !IsPartOfName(message[end - 1]))
            end--;

        var start = end;
        while (start > 0 && IsPartOfName(message[start - 1]))
            start--;

        return message[start..end];
    }

    private static bool IsPartOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '$';

    private static PluginHostException? Explain(PostgresException error, PostgresAddress address, TimeSpan patience) => error.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => NoEntry(error.MessageText, error, address),
        PostgresErrorCodes.InvalidCatalogName => new(
            $"There is no database {address.Database} on {address.Server}. Make it (createdb {address.Database}), or correct the store's address. ({address.Place})", error),
        PostgresErrorCodes.LockNotAvailable => new(
            $"The workspace's store is in use by another process, which did not finish writing within {patience.TotalSeconds:0.#} seconds. "
            + $"Try again; if it stays so, look for a program that hangs. ({address.Place})", error),
        PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => new(
            $"Two writers of the workspace's store waited for each other, and this one gave way: nothing of it was written. Try again. ({address.Place})", error),
        PostgresErrorCodes.DiskFull => new(
            $"The disk of {address.Server} is full: nothing was written to the workspace's store. Make room there and try again. ({address.Place})", error),
        PostgresErrorCodes.TooManyConnections => new(
            $"{address.Server} takes no more connections. Close other programs, or let its administrator raise max_connections. ({address.Place})", error),
        PostgresErrorCodes.InsufficientPrivilege => new(
            $"{address.Login} may not use what there is of the workspace's store in {address.Database}: {error.MessageText}. Nothing was written. Use the login that "
            + $"made it, or let an administrator run: grant <that login> to {PostgresRoles.Quote(address.Login)}; ({address.Place})", error),
        PostgresErrorCodes.CannotConnectNow => Unreachable(error.MessageText, error, address),
        PostgresErrorCodes.ReadOnlySqlTransaction => new(
            $"The workspace's store cannot be written to: {address.Server} is read-only, as a standby is. Name the server that takes writes. ({address.Place})", error),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted or PostgresErrorCodes.IoError => new(
            $"The workspace's store is damaged: {error.MessageText}. Nothing was written. Let the administrator of {address.Server} look. ({address.Place})", error),
        _ => null,
    };

    private static PluginHostException Unreachable(string reason, Exception error, PostgresAddress address) => new(
        $"The workspace's store cannot be reached: {reason.TrimEnd('.')}. Nothing was written. Check that the PostgreSQL server on {address.Server} runs and "
        + $"that this machine may connect to it, then try again. ({address.Place})", error);

    private static PluginHostException NoEntry(string reason, Exception error, PostgresAddress address) => new(
        $"{address.Server} did not let {address.Login} in: {reason.TrimEnd('.')}. Give the password in PGPASSWORD, in ~/.pgpass or, with the whole address, in "
        + $"{PostgresAddress.Variable}; or correct the login in the store's address. ({address.Place})", error);
}
