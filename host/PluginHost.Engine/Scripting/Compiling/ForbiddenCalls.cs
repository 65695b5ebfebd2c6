using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Finds where a script goes past the host: what it learns or does there, no journal knows and no rehearsal replaces. By what a name means, not
/// by the name: an alias, <c>using static</c> or a method group makes no difference.
/// </summary>
internal static class ForbiddenCalls
{
    private static readonly ILookup<string, ForbiddenCall> ByType = ForbiddenCall.All.ToLookup(call => call.Type);

    public static IEnumerable<ScriptProblem> FindIn(SemanticModels models, CancellationToken cancel) =>
        from tree in models.Compilation.SyntaxTrees
        from node in tree.GetRoot(cancel).DescendantNodes(node => !IsNameOnly(node))
        where node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax
        let symbol = models.Of(tree).GetSymbolInfo(node, cancel).Symbol
        where symbol is IMethodSymbol or IPropertySymbol
        let call = Find(symbol)
        where call is not null
        select new ScriptProblem(call.Id, PlaceOf(node), $"{NameOf(symbol)} goes past the host. {call.Instead}")
        {
            IsWarning = call.Id == ForbiddenCall.FilesId,
        };

    // Not the members that an object has: it came from somewhere, and that is found.
    private static ForbiddenCall? Find(ISymbol symbol)
    {
        var isMaking = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };
        return !symbol.IsStatic && !isMaking
            ? null
            : ByType[symbol.ContainingType?.ToDisplayString() ?? ""].FirstOrDefault(call => call.Members.Length == 0 || call.Members.Contains(symbol.Name));
    }

    private static string NameOf(ISymbol symbol) =>
        symbol.Name == ForbiddenCall.Constructor ? $"new {symbol.ContainingType.Name}" : $"{symbol.ContainingType.Name}.{symbol.Name}";

    private static bool IsNameOnly(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 };

    // Where the expression begins that a person would replace.
    private static Location PlaceOf(SyntaxNode node) =>
        (node.Parent is MemberAccessExpressionSyntax member && member.Name == node ? member : node).GetLocation();
}
