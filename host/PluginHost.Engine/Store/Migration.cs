using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// A numbered script that adds to a plugin's tables: <c>Migrations/001_outbox.sql</c>, embedded in the plugin's assembly. It is written for SQLite,
/// and translated for PostgreSQL; where that does not do, <c>001_outbox.sqlite.sql</c> and <c>001_outbox.postgres.sql</c> stand in its place.
/// </summary>
internal sealed record Migration
{
    /// <summary>The number, from 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>What stands behind the number: <c>outbox</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The script; where there are two, SQLite's.</summary>
    public required string Sql { get; init; }

    /// <summary>The script for PostgreSQL, where it has one of its own.</summary>
    public string? PostgresSql { get; init; }

    /// <summary>The file, as its author knows it.</summary>
    public string File => string.Create(CultureInfo.InvariantCulture, $"{Number:000}_{Name}.sql");

    /// <summary>
    /// A digest of the text, the same on both databases. The ends of lines play no part: they depend on the machine that checked the file out.
    /// </summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        PostgresSql is null ? Sql.ReplaceLineEndings("\n") : $"{Sql}\0{PostgresSql}".ReplaceLineEndings("\n"))));

    /// <summary>The text that runs on a database.</summary>
    public string SqlFor(StoreDialect dialect) => dialect == StoreDialect.Postgres ? PostgresSql ?? Sql : Sql;

    /// <summary>The file that it comes from, as its author knows it.</summary>
    public string FileFor(StoreDialect dialect) => PostgresSql is null
        ? File
        : Path.ChangeExtension(File, dialect == StoreDialect.Postgres ? ".postgres.sql" : ".sqlite.sql");

    /// <summary>The migrations embedded in a plugin's assembly, by number.</summary>
    /// <exception cref="PluginHostException">A file in the folder is not named after its number, or stands for one database only.</exception>
    public static IReadOnlyList<Migration> ReadFrom(Assembly assembly)
    {
        List<MigrationFile>? found = null;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (MigrationFile.Read(assembly, resource) is { } file)
                (found ??= []).Add(file);
        }

        return found is null ? [] : MigrationFile.Pair(found, assembly.GetName().Name ?? "");
    }
}
