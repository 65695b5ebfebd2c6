using System.Text.RegularExpressions;

namespace PluginHost.Engine.Plugins.Compatibility;

/// <summary>Writes types and members as people do: without namespaces, and properties under their own name.</summary>
internal static partial class Readable
{
    /// <summary>A type: <c>IStatus</c>.</summary>
    public static string Type(string fullName) => Names.Replace(fullName, name => name.Groups["last"].Value);

    /// <summary>A member with its type: <c>IStatus.Flash(String)</c>.</summary>
    public static string Member(string type, string signature)
    {
        var call = signature.Split(" : ")[0].Replace("static ", "", StringComparison.Ordinal);
        var open = call.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? call : call[..open];
        var parameters = open < 0 ? "" : Type(call[open..]);
        return name switch
        {
            ".ctor" => $"new {Type(type)}{parameters}",
            ['g' or 's', 'e', 't', '_', .. var property] => $"{Type(type)}.{property}",
            _ => $"{Type(type)}.{Type(name)}{parameters}",
        };
    }

    [GeneratedRegex(@"(?:\w+\.)*(?<last>\w+)(?:`\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Names { get; }
}
