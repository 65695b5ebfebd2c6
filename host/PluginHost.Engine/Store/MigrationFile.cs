using System.Globalization;
using System.Reflection;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>One file of a plugin's <c>Migrations</c> folder.</summary>
internal sealed record MigrationFile
{
    private const string Folder = ".Migrations.";

    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The database that it is for; null for both.</summary>
    public required StoreDialect? Dialect { get; init; }

    public required string Sql { get; init; }

    /// <returns>The file, or null where the resource is none.</returns>
    /// <exception cref="PluginHostException">It has no number.</exception>
    public static MigrationFile? Read(Assembly assembly, string resource)
    {
        var at = resource.LastIndexOf(Folder, StringComparison.Ordinal);
        if (at < 0 || !resource.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
            return null;

        var file = resource[(at + Folder.Length)..^4];
        var (stem, dialect) = Split(file);
        var digits = stem.IndexOf('_', StringComparison.Ordinal);
        var number = 0;
        if (digits < 3 || digits == stem.Length - 1
            || !int.TryParse(stem.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            throw new PluginHostException(
                $"{assembly.GetName().Name}: Migrations/{file}.sql has no number. Name it after its place, such as 001_outbox.sql.");
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new MigrationFile { Number = number, Name = stem[(digits + 1)..], Dialect = dialect, Sql = reader.ReadToEnd() };
    }

    /// <summary>Makes migrations of files: two that differ only in their database are one.</summary>
    /// <exception cref="PluginHostException">A file for one database has no twin for the other.</exception>
    public static IReadOnlyList<Migration> Pair(List<MigrationFile> files, string assembly)
    {
        var migrations = new List<Migration>(files.Count);
        foreach (var file in files)
        {
            if (file.Dialect is null)
                migrations.Add(new Migration { Number = file.Number, Name = file.Name, Sql = file.Sql });
            else if (files.Find(file.IsTwinOf) is not { } twin)
                throw new PluginHostException(Lonely(file, assembly));
            else if (file.Dialect == StoreDialect.Sqlite)
                migrations.Add(new Migration { Number = file.Number, Name = file.Name, Sql = file.Sql, PostgresSql = twin.Sql });
        }

        migrations.Sort((left, right) => left.Number.CompareTo(right.Number));
        return migrations;
    }

    private static (string Stem, StoreDialect? Dialect) Split(string file)
    {
        if (file.EndsWith(".sqlite", StringComparison.OrdinalIgnoreCase))
            return (file[..^".sqlite".Length], StoreDialect.Sqlite);

        return file.EndsWith(".postgres", StringComparison.OrdinalIgnoreCase)
            ? (file[..^".postgres".Length], StoreDialect.Postgres)
            : (file, null);
    }

    private static string Lonely(MigrationFile file, string assembly)
    {
        var stem = string.Create(CultureInfo.InvariantCulture, $"{assembly}: Migrations/{file.Number:000}_{file.Name}");
        var (has, lacks) = file.Dialect == StoreDialect.Sqlite ? ("sqlite", "postgres") : ("postgres", "sqlite");
        return $"{stem}.{has}.sql has no {lacks}.sql beside it. Write both, or one {file.Name}.sql for both databases.";
    }

    private bool IsTwinOf(MigrationFile other) =>
        other.Dialect is not null && other.Dialect != Dialect && other.Number == Number && other.Name == Name;
}
