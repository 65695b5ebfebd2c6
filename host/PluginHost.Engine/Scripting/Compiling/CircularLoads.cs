using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Finds files that load each other. The compiler takes a script that comes back to itself twice, and complains of everything that is declared in it.
/// </summary>
internal static class CircularLoads
{
    private const string Id = "PH1012";

    public static ScriptProblem? FindIn(CSharpCompilation compilation, ScriptSources sources)
    {
        var trees = compilation.SyntaxTrees.DistinctBy(tree => tree.FilePath).ToDictionary(tree => tree.FilePath);
        return Follow([sources.Script.Path]);

        ScriptProblem? Follow(IReadOnlyList<string> chain)
        {
            if (!trees.TryGetValue(chain[^1], out var tree))
                return null;

            foreach (var load in tree.GetCompilationUnitRoot().GetLoadDirectives())
            {
                if (sources.ResolveReference(load.File.ValueText, tree.FilePath) is not { } path)
                    continue;

                if (chain.Contains(path))
                    return Describe(load, [.. chain.SkipWhile(file => file != path), path]);

                if (Follow([.. chain, path]) is { } problem)
                    return problem;
            }

            return null;
        }
    }

    private static ScriptProblem Describe(LoadDirectiveTriviaSyntax load, IReadOnlyList<string> circle) => new(
        Id,
        load.GetLocation(),
        $"These files load each other: {string.Join(" → ", circle.Select(Path.GetFileName))}. Move what both need into a file that loads neither.");
}
