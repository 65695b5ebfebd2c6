using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace PluginHost.Sdk.Analyzers;

/// <summary>Finds what would keep a plugin in memory after it was unloaded, and what passes the host by.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RawApiAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Pins, Rules.WayOut];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (!Guests.IsPlugin(start.Compilation))
                return;

            start.RegisterOperationAction(LookAtUse, OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.MethodReference);
            start.RegisterOperationAction(LookAtEvent, OperationKind.EventAssignment);
            start.RegisterOperationAction(
                LookAtDynamic,
                OperationKind.DynamicInvocation,
                OperationKind.DynamicMemberReference,
                OperationKind.DynamicObjectCreation,
                OperationKind.DynamicIndexerAccess);
        });
    }

    private static void LookAtUse(OperationAnalysisContext context)
    {
        ISymbol? used = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation made => made.Constructor,
            IPropertyReferenceOperation property => property.Property,
            IMethodReferenceOperation method => method.Method,
            _ => null,
        };
        if (used is not null && RawApis.Find(used) is { } raw)
            Tell(context, raw.Rule, NameOf(used), raw.Instead);
    }

    // Whoever keeps an event for as long as the process lives keeps the handler, and with it the plugin. Its own types go with it.
    private static void LookAtEvent(OperationAnalysisContext context)
    {
        var assignment = (IEventAssignmentOperation)context.Operation;
        if (!assignment.Adds || assignment.EventReference is not IEventReferenceOperation { Event: var listened })
            return;

        var isForLife = listened.IsStatic || listened.ContainingType.Name == "AppDomain";
        if (isForLife && !SymbolEqualityComparer.Default.Equals(listened.ContainingAssembly, context.Compilation.Assembly))
            Tell(context, Rules.Pins, $"A handler of {NameOf(listened)}", "Watch IHost.Stopping, or subscribe through IHost.Streams: the host undoes it with the plugin.");
    }

    private static void LookAtDynamic(OperationAnalysisContext context)
    {
        // A call is told of once, not for the member that it calls as well.
        if (context.Operation.Parent is not IDynamicInvocationOperation)
            Tell(context, Rules.Pins, "dynamic", "Use the type itself, or reflection: the runtime keeps each call site with its types.");
    }

    private static void Tell(OperationAnalysisContext context, DiagnosticDescriptor rule, string what, string instead) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), what, instead));

    private static string NameOf(ISymbol used) =>
        used is IMethodSymbol { MethodKind: MethodKind.Constructor } ? used.ContainingType.Name : $"{used.ContainingType.Name}.{used.Name}";
}
