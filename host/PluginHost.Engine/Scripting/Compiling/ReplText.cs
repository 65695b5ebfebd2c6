using Microsoft.CodeAnalysis.CSharp;

namespace PluginHost.Engine.Scripting;

/// <summary>What the parser says of a text that somebody enters.</summary>
internal static class ReplText
{
    /// <summary>Whether it is whole: an open bracket or a text that is not closed wants more lines. What is wrong in any case is whole, and is refused.</summary>
    public static bool IsComplete(string text) => SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(text, ScriptOptions.Parse));
}
