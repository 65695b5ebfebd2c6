using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Finds what a script declares under the name of a global. C# lets it hide the global without a word, and from then on <c>Publish</c> is not
/// what its reader thinks.
/// </summary>
internal static class HiddenGlobals
{
    private const string Id = "PH1002";

    /// <summary>The names that <see cref="ScriptGlobals"/> gives to every script.</summary>
    public static IReadOnlySet<string> OfSdk { get; } = typeof(ScriptGlobals)
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(member => member is not ConstructorInfo and not MethodInfo { IsSpecialName: true })
        .Select(member => member.Name)
        .ToHashSet();

    public static IEnumerable<ScriptProblem> FindIn(CSharpCompilation compilation, IReadOnlyList<ScriptGlobalDeclaration> globals)
    {
        var ofPlugins = globals.ToDictionary(global => global.Name, global => global.Plugin);
        return DeclaredNames(compilation)
            .Where(declared => OfSdk.Contains(declared.Name) || ofPlugins.ContainsKey(declared.Name))
            .Select(declared => new ScriptProblem(Id, declared.Place, Describe(declared.Name, ofPlugins.GetValueOrDefault(declared.Name))));
    }

    private static string Describe(string name, string? plugin) =>
        $"\"{name}\" is a global{(string.IsNullOrEmpty(plugin) ? "" : $" of the plugin {plugin}")}, and this hides it. Choose another name.";

    // Members of the script's class are what it declares at the top level, in loaded files and by "out var" and patterns too.
    private static IEnumerable<(string Name, Location Place)> DeclaredNames(CSharpCompilation compilation)
    {
        var members = compilation.ScriptClass is { } script
            ? script.GetMembers().Where(member => !member.IsImplicitlyDeclared).Select(member => (member.Name, member.Locations[0]))
            : [];
        var aliases = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetCompilationUnitRoot().Usings)
            .Where(directive => directive.Alias is not null)
            .Select(directive => (directive.Alias!.Name.Identifier.ValueText, directive.Alias.GetLocation()));
        return members.Concat(aliases);
    }
}
