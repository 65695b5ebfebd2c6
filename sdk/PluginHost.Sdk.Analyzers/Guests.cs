using Microsoft.CodeAnalysis;

namespace PluginHost.Sdk.Analyzers;

/// <summary>Whether what is compiled is a plugin: only there the rules hold. Its tests, and the libraries of others, may do as they like.</summary>
internal static class Guests
{
    public static bool IsPlugin(Compilation compilation) =>
        compilation.GetTypeByMetadataName("PluginHost.Sdk.Plugin") is { } plugin && HasDerived(compilation.Assembly.GlobalNamespace, plugin);

    private static bool HasDerived(INamespaceSymbol space, INamedTypeSymbol plugin)
    {
        foreach (var member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner ? HasDerived(inner, plugin) : IsDerived((INamedTypeSymbol)member, plugin))
                return true;
        }

        return false;
    }

    private static bool IsDerived(INamedTypeSymbol type, INamedTypeSymbol plugin)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, plugin))
                return true;
        }

        return false;
    }
}
