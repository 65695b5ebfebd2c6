using System.Runtime.CompilerServices;
using PluginHost.Engine.Data.Yaml;
using PluginHost.Engine.Store.Postgres;
using PluginHost.Sdk;

namespace PluginHost.Engine.Workspaces;

/// <summary>Reads <c>store:</c>, the address of a PostgreSQL database. Without it, the workspace is kept in a file.</summary>
internal static class StoreSection
{
    public static string? Read(YamlEntry entry, FileProblems problems)
    {
        if (!entry.TryText(problems, out var text))
            return null;

        if (Refuse(text) is not { } refusal)
            return text;

        problems.Add(entry.Line, refusal);
        return null;
    }

    // Npgsql is not even loaded where no address is named.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Refuse(string text)
    {
        try
        {
            return PostgresAddress.Parse(text).HasPassword
                ? "\"store\" has a password in it, which everybody who sees the file can read. Take it out, and give it in PGPASSWORD, in ~/.pgpass or, "
                    + $"with the whole address, in {PostgresAddress.Variable}."
                : null;
        }
        catch (PluginHostException error)
        {
            return error.Message;
        }
    }
}
