using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>What could be written at the end of a text: names that are in sight there, or the members of what stands before a point.</summary>
internal static class ReplCompletions
{
    public static IReadOnlyList<string> For(string text, IReadOnlyList<MetadataReference> references, CSharpCompilation? previous, CancellationToken cancel)
    {
        var begun = BegunIn(text);
        var tree = CSharpSyntaxTree.ParseText(text, ScriptOptions.Parse, "", Encoding.UTF8, cancel);
        var compilation = CSharpCompilation.CreateScriptCompilation(
            "completion", tree, references, ScriptOptions.ForCompletion, previous, typeof(object), typeof(ScriptGlobals));
        var model = compilation.GetSemanticModel(tree);
        var symbols = IsMember(text, begun) ? MembersAt(model, tree, text.Length - begun.Length, cancel) : model.LookupSymbols(text.Length);
        return
        [
            .. symbols
                .Where(symbol => symbol.CanBeReferencedByName && IsForScripts(symbol))
                .Select(symbol => symbol.Name)
                .Where(name => name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>The name that is begun at the end of a text; empty where none is.</summary>
    public static string BegunIn(string text)
    {
        var at = text.Length;
        while (at > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[at - 1]))
            at--;

        return text[at..];
    }

    private static bool IsMember(string text, string begun) => text.AsSpan(0, text.Length - begun.Length).TrimEnd().EndsWith('.');

    private static IEnumerable<ISymbol> MembersAt(SemanticModel model, SyntaxTree tree, int end, CancellationToken cancel)
    {
        var point = tree.GetRoot(cancel).FindToken(Math.Max(0, tree.GetText(cancel).ToString(new(0, end)).TrimEnd().Length - 1));
        var before = point.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax name => name.Left,
            MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
            MemberBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax conditional } => conditional.Expression,
            _ => null,
        };
        if (before is null)
            return [];

        var owner = model.GetSymbolInfo(before, cancel).Symbol;
        if (owner is INamespaceSymbol space)
            return model.LookupSymbols(end, space);

        if (owner is ITypeSymbol type)
            return model.LookupStaticMembers(end, type);

        return model.GetTypeInfo(before, cancel).Type is { TypeKind: not TypeKind.Error } value
            ? model.LookupSymbols(end, value, includeReducedExtensionMethods: true).Where(symbol => !symbol.IsStatic)
            : [];
    }

    private static bool IsForScripts(ISymbol symbol) =>
        symbol is not IMethodSymbol { MethodKind: MethodKind.Constructor }
        && !symbol.GetAttributes().Any(mark => mark.AttributeClass?.Name == "EditorBrowsableAttribute" && mark.ConstructorArguments is [{ Value: 1 }]);
}
