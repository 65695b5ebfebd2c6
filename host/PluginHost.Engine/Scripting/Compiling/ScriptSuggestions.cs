using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>What somebody probably meant who wrote a name that is not there. The compiler only says that it is not; whoever writes campaigns wants to know what is.</summary>
internal sealed class ScriptSuggestions(SemanticModels models, Prelude prelude)
{
    /// <summary>For a name that means nothing where it stands: the nearest that does, and where all globals are listed.</summary>
    public string ForName(Location place, string name) =>
        $".{Nearest.Hint(name, NamesAt(place))} \"pluginhost globals\" lists what every script has.";

    /// <summary>For a member that something has not: the nearest that it has, and where it is listed if it is a global.</summary>
    public string ForMember(Location place, string name)
    {
        if (place.SourceTree is not { } tree || tree.GetRoot().FindNode(place.SourceSpan).Parent is not MemberAccessExpressionSyntax access)
            return "";

        var model = models.Of(tree);
        var members = model.GetTypeInfo(access.Expression).Type is { } type ? model.LookupSymbols(place.SourceSpan.Start, type).Where(IsWorthNaming).Select(symbol => symbol.Name) : [];
        var list = model.GetSymbolInfo(access.Expression).Symbol is IPropertySymbol global && IsGlobal(global) ? $" \"pluginhost globals {global.Name}\" lists what it has." : "";
        return $"{Nearest.Hint(name, members)}{list}";
    }

    private IEnumerable<string> NamesAt(Location place) => place.SourceTree is { } tree
        ? models.Of(tree).LookupSymbols(place.SourceSpan.Start).Where(IsWorthNaming).Select(symbol => symbol.Name)
        : [];

    private bool IsGlobal(IPropertySymbol property) =>
        property.ContainingType?.Name == nameof(ScriptGlobals) || (prelude.Compilation is { } compiled && property.ContainingAssembly?.Name == compiled.AssemblyName);

    // Of types there are thousands, and what every object has is nobody's slip.
    private static bool IsWorthNaming(ISymbol symbol) => symbol is
    {
        CanBeReferencedByName: true,
        Kind: SymbolKind.Local or SymbolKind.Parameter or SymbolKind.RangeVariable or SymbolKind.Field or SymbolKind.Property or SymbolKind.Method,
        ContainingType.SpecialType: not SpecialType.System_Object,
    } or { Kind: SymbolKind.RangeVariable };
}
