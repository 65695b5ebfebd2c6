using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Makes a script that can be stopped: checks are written into its loops and functions, and into those of what it loads. They look at a flag of
/// the script's own assembly, so each run has one flag and a stop touches no other run. What is written stands on the lines that are there:
/// errors at run time keep their line. Columns move, so what a person is told about the text comes from the script as it was written.
/// </summary>
internal static class ScriptGuard
{
    /// <summary>To be raised when what is written into scripts changes. 0 stands for none.</summary>
    public const int Version = 2;

    /// <summary>The class in the script's assembly that holds the flag.</summary>
    public const string ClassName = "__Guard";

    /// <summary>The method of it that sets the flag, once and for all.</summary>
    public const string StopName = "Stop";

    /// <summary>The method of it that takes who is told when a task fails that the script let go of.</summary>
    public const string BeginName = "Begin";

    // Two flags: the first costs no constructor to look at, the second can be kept by a function that looks at it often.
    // What a check throws cannot be caught by the script, nor the end of the stack: as little as a real one.
    private const string Class =
        $"static class {ClassName} {{ public static volatile bool Stopping; "
        + "public sealed class Sign { public static readonly Sign Of = new(); public volatile bool IsUp; } "
        + $"public static void {StopName}() {{ Stopping = true; Sign.Of.IsUp = true; }} "
        + "sealed class Halted() : global::System.OperationCanceledException(\"The script was asked to stop.\"); "
        + "public static void Halt() => throw new Halted(); "
        + "public static bool Enter() { if (Stopping) Halt(); "
        + "global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack(); return true; } "
        + "public static T Pass<T>(T value) { if (Stopping) Halt(); return value; } "
        + "static global::System.Action<global::System.Exception> _lost; "
        + $"public static void {BeginName}(global::System.Action<global::System.Exception> lost) => _lost = lost; "
        + "public static T Watch<T>(T task) where T : global::System.Threading.Tasks.Task { "
        + "task?.ContinueWith(static failed => _lost?.Invoke(failed.Exception), global::System.Threading.CancellationToken.None, "
        + "global::System.Threading.Tasks.TaskContinuationOptions.OnlyOnFaulted | global::System.Threading.Tasks.TaskContinuationOptions.ExecuteSynchronously, "
        + "global::System.Threading.Tasks.TaskScheduler.Default); return task; } "
        + "public static bool MayCatch(global::System.Exception caught) => "
        + "caught is not (Halted or global::System.InsufficientExecutionStackException); } ";

    /// <summary>The same script with checks in it. It must be free of errors, as far as parsing goes.</summary>
    public static CSharpCompilation Apply(SemanticModels models, ScriptSources sources, CancellationToken cancel)
    {
        var compilation = models.Compilation;
        var guarded = new Dictionary<string, SourceText>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancel.ThrowIfCancellationRequested();
            var walker = new GuardWalker(models.Of(tree));
            if (tree.FilePath == sources.Script.Path)
                walker.Insert(tree.GetCompilationUnitRoot(cancel).Members[0].SpanStart, Class);

            walker.Visit(tree.GetRoot(cancel));
            guarded[tree.FilePath] = WithEncoding(tree.GetText(cancel).WithChanges(walker.Changes));
        }

        var script = CSharpSyntaxTree.ParseText(guarded[sources.Script.Path], ScriptOptions.Parse, sources.Script.Path, cancel);
        return compilation
            .RemoveAllSyntaxTrees()
            .WithOptions(compilation.Options.WithSourceReferenceResolver(sources.Guarded(guarded)))
            .AddSyntaxTrees(script);
    }

    // The compiler writes no PDB for a text of unknown encoding.
    private static SourceText WithEncoding(SourceText text) =>
        text.Encoding is null ? SourceText.From(text.ToString(), Encoding.UTF8) : text;
}
