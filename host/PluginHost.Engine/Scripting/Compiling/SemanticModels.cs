using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// What the compiler knows of each file of a script, asked for once: a model remembers what it has bound, and all our checks ask for the same.
/// </summary>
internal sealed class SemanticModels(CSharpCompilation compilation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];

    public CSharpCompilation Compilation => compilation;

    public SemanticModel Of(SyntaxTree tree) =>
        _models.TryGetValue(tree, out var model) ? model : _models[tree] = compilation.GetSemanticModel(tree);
}
