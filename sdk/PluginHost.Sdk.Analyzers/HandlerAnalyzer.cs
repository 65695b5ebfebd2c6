using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace PluginHost.Sdk.Analyzers;

/// <summary>Tells of handlers and ids what the host would say when it reads the plugin.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Shape, Rules.OwnId];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var plugin = PluginId.Of(start.Options.AdditionalFiles, start.CancellationToken);
            start.RegisterSymbolAction(symbol => LookAtMethod(symbol, plugin), SymbolKind.Method);
            start.RegisterSymbolAction(symbol => LookAtType(symbol, plugin), SymbolKind.NamedType);
        });
    }

    private static void LookAtMethod(SymbolAnalysisContext context, string? plugin)
    {
        var method = (IMethodSymbol)context.Symbol;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || HandlerRules.For(type.ToDisplayString()) is not { } rules)
                continue;

            if (rules.Judge(method) is { } fault)
                context.ReportDiagnostic(Diagnostic.Create(Rules.Shape, method.Locations[0], method.Name, fault));

            if (rules.HasOwnId)
                LookAtId(context, plugin, attribute);
        }
    }

    private static void LookAtType(SymbolAnalysisContext context, string? plugin)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() is "PluginHost.Sdk.StatusItemAttribute" or "PluginHost.Sdk.ContextKeyAttribute")
                LookAtId(context, plugin, attribute);
        }
    }

    private static void LookAtId(SymbolAnalysisContext context, string? plugin, AttributeData attribute)
    {
        if (plugin is null || attribute.ConstructorArguments.IsEmpty || attribute.ConstructorArguments[0].Value is not string id)
            return;

        if (!id.StartsWith(plugin + ".", StringComparison.Ordinal))
            context.ReportDiagnostic(Diagnostic.Create(Rules.OwnId, attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation(), id, plugin));
    }
}
