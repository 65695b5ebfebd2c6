using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PluginHost.Engine.Scripting;

/// <summary>The variables of a script that were given something to await, and which of them anything asks for again.</summary>
internal sealed class AwaitableVariables
{
    private readonly List<(ISymbol Variable, ExpressionSyntax Value)> _given = [];
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);

    public void Give(ISymbol variable, ExpressionSyntax value) => _given.Add((variable, value));

    public void Use(ISymbol variable) => _used.Add(variable);

    public IEnumerable<(string Name, ExpressionSyntax Value)> NeverUsed() =>
        _given.Where(given => !_used.Contains(given.Variable)).Select(given => (given.Variable.Name, given.Value));
}
