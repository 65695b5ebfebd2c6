using PluginHost.Sdk;

namespace PluginHost.Engine.Store;

/// <summary>
/// Whose a table is. It belongs to the plugin whose id, with <c>_</c> for dots and hyphens and one <c>_</c> more, begins its name. Where
/// several fit (<c>acme</c> and <c>acme.notes</c> for <c>acme_notes_x</c>), the longest counts.
/// </summary>
/// <remarks>
/// Only plugins that have made tables count, and the database itself says which (<c>pluginhost_migration</c>): so the answer depends
/// neither on what is switched on nor on the order of loading. A plugin whose first migration would take over existing tables is refused
/// (<see cref="Admit"/>), therefore a table's owner is always the plugin that made it.
/// </remarks>
internal sealed class TableOwners(IReadOnlyCollection<string> plugins)
{
    public static TableOwners None { get; } = new([]);

    /// <summary>Whose tables a database holds.</summary>
    public static TableOwners ReadFrom(StoreConnection connection) =>
        new(connection.Read($"select distinct plugin from pluginhost_migration").Map(row => row.Text("plugin")).ToHashSet());

    /// <summary>What the names of a plugin's tables begin with.</summary>
    public static string PrefixOf(string plugin) => plugin.Replace('.', '_').Replace('-', '_') + "_";

    public bool Knows(string plugin) => plugins.Contains(plugin);

    public TableOwners With(string plugin) => Knows(plugin) ? this : new([.. plugins, plugin]);

    /// <summary>The plugin that a table belongs to; null where no plugin has made such tables.</summary>
    public string? OwnerOf(string table)
    {
        string? owner = null;
        foreach (var plugin in plugins)
        {
            if (IsNamedAfter(table, plugin) && plugin.Length > (owner?.Length ?? 0))
                owner = plugin;
        }

        return owner;
    }

    /// <summary>Whether the plugin may use a table of this name: it is its owner's, or nobody's and named after it.</summary>
    public bool MayUse(string plugin, string table) =>
        IsNamedAfter(table, plugin) && (OwnerOf(table) ?? plugin) == plugin;

    /// <summary>Whether a plugin may begin to keep tables beside those that exist.</summary>
    /// <returns>Why not, or null.</returns>
    public string? Admit(string plugin, IEnumerable<string> tables)
    {
        if (Knows(plugin))
            return null;

        if (plugins.FirstOrDefault(known => PrefixOf(known) == PrefixOf(plugin)) is { } twin)
            return $"{plugin} cannot keep tables here: {twin} has tables that begin with {PrefixOf(twin)} already. One of the two needs another id.";

        var later = With(plugin);
        return tables.FirstOrDefault(table => later.OwnerOf(table) == plugin) is { } taken
            ? $"{plugin} cannot keep tables here: {taken} belongs to {OwnerOf(taken) ?? "somebody else"} already. One of the two needs another id."
            : null;
    }

    /// <summary>Refuses ids under which the host or SQLite keeps tables of its own.</summary>
    public static void RefuseReserved(string plugin)
    {
        if (IsReserved(PrefixOf(plugin)))
        {
            throw new PluginHostException(
                $"{plugin} cannot have tables: names that begin with {PrefixOf(plugin)} are the host's. It needs another id.");
        }
    }

    /// <summary>Whether a name is the host's or SQLite's own.</summary>
    public static bool IsReserved(string table) =>
        table.StartsWith("pluginhost_", StringComparison.OrdinalIgnoreCase)
        || table.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase);

    private static bool IsNamedAfter(string table, string plugin)
    {
        var prefix = PrefixOf(plugin);
        return table.Length > prefix.Length && table.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
    }
}
