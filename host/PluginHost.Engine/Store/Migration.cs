using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>A numbered script that adds to a plugin's tables: <c>Migrations/001_outbox.sql</c>, embedded in the plugin's assembly.</summary>
internal sealed record Migration
{
    private const string Folder = ".Migrations.";

    /// <summary>The number, from 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>What stands behind the number: <c>outbox</c>.</summary>
    public required string Name { get; init; }

    public required string Sql { get; init; }

    /// <summary>The file, as its author knows it.</summary>
    public string File => string.Create(CultureInfo.InvariantCulture, $"{Number:000}_{Name}.sql");

    /// <summary>A digest of the text. The ends of lines play no part: they depend on the machine that checked the file out.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The migrations embedded in a plugin's assembly, by number.</summary>
    /// <exception cref="PluginHostException">A file in the folder is not named after its number.</exception>
    public static IReadOnlyList<Migration> ReadFrom(Assembly assembly)
    {
        List<Migration>? found = null;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var at = resource.LastIndexOf(Folder, StringComparison.Ordinal);
            if (at >= 0 && resource.EndsWith(".sql", StringComparison.OrdinalIgnoreCase))
                (found ??= []).Add(Read(assembly, resource, resource[(at + Folder.Length)..^4]));
        }

        found?.Sort((left, right) => left.Number.CompareTo(right.Number));
        return found ?? (IReadOnlyList<Migration>)[];
    }

    private static Migration Read(Assembly assembly, string resource, string file)
    {
        var digits = file.IndexOf('_', StringComparison.Ordinal);
        var number = 0;
        if (digits < 3 || digits == file.Length - 1
            || !int.TryParse(file.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            throw new PluginHostException(
                $"{assembly.GetName().Name}: Migrations/{file}.sql has no number. Name it after its place, such as 001_outbox.sql.");
        }

        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new Migration { Number = number, Name = file[(digits + 1)..], Sql = reader.ReadToEnd() };
    }
}
