using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace PluginHost.Sdk.Analyzers;

/// <summary>What a handler of one kind takes and gives.</summary>
internal sealed class HandlerRules
{
    private const string Values = "a PluginHost.Sdk.Value";

    private static readonly HashSet<string> Simple = new(StringComparer.Ordinal)
    {
        "string", "int", "long", "decimal", "bool", "System.TimeSpan", "System.DateTimeOffset",
    };

    private static readonly Dictionary<string, HandlerRules> Kinds = new(StringComparer.Ordinal)
    {
        ["PluginHost.Sdk.CommandAttribute"] = new(IsCommandResult, $"returns nothing, a simple value or {Values}, or a task of one") { TakesValues = true },
        ["PluginHost.Sdk.ViewAttribute"] = new(
            result => IsOrDerives(result, "PluginHost.Sdk.View") || IsOrDerives(result, "PluginHost.Sdk.Table"), "returns a PluginHost.Sdk.View or Table, or a task of one"),
        ["PluginHost.Sdk.ScriptGlobalAttribute"] = new(result => result is INamedTypeSymbol { Arity: 0, SpecialType: SpecialType.None }, "returns a class or interface of a contract assembly, or a task of one")
        {
            TakesScript = true,
            HasOwnId = false,
        },
        ["PluginHost.Campaigns.NetworkAttribute"] = new(result => IsOrDerives(result, "PluginHost.Campaigns.Network"), "returns a PluginHost.Campaigns.Network, or a task of one") { HasOwnId = false },
        ["PluginHost.Campaigns.LinterAttribute"] = new(result => IsOrDerives(result, "PluginHost.Campaigns.Linter"), "returns a PluginHost.Campaigns.Linter, or a task of one"),
        ["PluginHost.Sdk.CheckAttribute"] = new(
            result => result is not null && NameOf(result) == "System.Collections.Generic.IReadOnlyList<PluginHost.Sdk.CheckProblem>", "returns an IReadOnlyList<CheckProblem>, or a task of one"),
        ["PluginHost.Sdk.BackgroundServiceAttribute"] = new(result => result is null, "returns a task that ends with the service") { IsAwaited = true },
    };

    private readonly Func<ITypeSymbol?, bool> _isResult;
    private readonly string _result;

    private HandlerRules(Func<ITypeSymbol?, bool> isResult, string result) => (_isResult, _result) = (isResult, result);

    /// <summary>Whether its first argument is an id that begins with the plugin's own.</summary>
    public bool HasOwnId { get; private set; } = true;

    /// <summary>Whether nothing but a task will do.</summary>
    private bool IsAwaited { get; set; }

    private bool TakesValues { get; set; }

    private bool TakesScript { get; set; }

    /// <summary>The rules of an attribute; null where it makes no handler.</summary>
    public static HandlerRules? For(string attribute) => Kinds.TryGetValue(attribute, out var rules) ? rules : null;

    /// <summary>What is wrong with a handler; null where nothing is.</summary>
    public string? Judge(IMethodSymbol method)
    {
        if (method.DeclaredAccessibility != Accessibility.Public || method.IsStatic)
            return "must be a public method of the instance: the host calls it on the plugin's object.";

        if (method.IsGenericMethod)
            return "has type parameters, which nobody can give.";

        for (var place = 0; place < method.Parameters.Length; place++)
        {
            var type = NameOf(method.Parameters[place].Type);
            if ((type == "PluginHost.Sdk.IHost" && place > 0) || (type == "System.Threading.CancellationToken" && place < method.Parameters.Length - 1))
                return "takes IHost first, then its parameters, then CancellationToken last; each may be left out.";

            if (type is not "PluginHost.Sdk.IHost" and not "System.Threading.CancellationToken" && !MayTake(type))
                return $"takes {method.Parameters[place].Name}, a {type}. {Takes}";
        }

        return _isResult(Awaited(method.ReturnType)) && !(IsAwaited && method.ReturnsVoid) ? null : $"returns {NameOf(method.ReturnType)}; such a handler {_result}.";
    }

    private string Takes => TakesValues
        ? "A command takes string, int, long, decimal, bool, TimeSpan, DateTimeOffset, DueTime or string[]."
        : TakesScript ? "It takes only IHost, IScript and CancellationToken." : "It takes only IHost and CancellationToken.";

    private bool MayTake(string type) => TakesValues
        ? Simple.Contains(type) || type is "string[]" or "PluginHost.Sdk.DueTime"
        : TakesScript && type == "PluginHost.Sdk.IScript";

    private static bool IsCommandResult(ITypeSymbol? result) => result is null || Simple.Contains(NameOf(result)) || IsOrDerives(result, "PluginHost.Sdk.Value");

    // What comes out of a task; null for nothing.
    private static ITypeSymbol? Awaited(ITypeSymbol returned) => returned.SpecialType == SpecialType.System_Void ? null
        : returned is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks" } } task ? task.TypeArguments.IsEmpty ? null : task.TypeArguments[0]
        : returned;

    // As C# writes it, without the question marks of references.
    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted));

    private static bool IsOrDerives(ITypeSymbol? type, string name)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (NameOf(at) == name)
                return true;
        }

        return false;
    }
}
