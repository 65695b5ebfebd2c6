namespace PluginHost.Engine.Packages.Locking;

/// <summary>Writes a text so that YAML reads the same, whatever is in it.</summary>
internal static class YamlText
{
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
