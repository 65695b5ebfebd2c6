using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PluginHost.Sdk.Analyzers;

/// <summary>
/// Finds state records that cannot grow: each property more changes the constructor of a positional one, so that what is stored no longer fits.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateRecordAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.State];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Look, SymbolKind.NamedType);
    }

    private static void Look(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "PluginHost.Sdk.StateRecordAttribute"))
            return;

        var isPositional = type.DeclaringSyntaxReferences.Any(part => part.GetSyntax(context.CancellationToken) is RecordDeclarationSyntax { ParameterList.Parameters.Count: > 0 });
        var hasPlain = type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public);
        if (isPositional)
            Tell(context, type, "has positional parameters, which cannot grow. Write properties: public required string Text { get; init; }.");
        else if (!hasPlain)
            Tell(context, type, "needs a public constructor without parameters: the host makes one and sets its properties.");
    }

    private static void Tell(SymbolAnalysisContext context, INamedTypeSymbol type, string what) =>
        context.ReportDiagnostic(Diagnostic.Create(Rules.State, type.Locations[0], type.Name, what));
}
