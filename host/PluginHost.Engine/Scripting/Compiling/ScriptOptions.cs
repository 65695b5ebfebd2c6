using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PluginHost.Engine.Scripting;

/// <summary>How scripts are compiled. A change here raises the format in <see cref="ScriptKey"/>.</summary>
internal static class ScriptOptions
{
    /// <summary>The compiler's own id for a call that is not awaited.</summary>
    public const string NotAwaited = "CS4014";

    private static readonly string[] Usings =
    [
        "System",
        "System.Collections.Generic",
        "System.Linq",
        "System.Threading.Tasks",
        "PluginHost.Sdk",
        "PluginHost.Campaigns",
    ];

    public static CSharpParseOptions Parse { get; } = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>Of a text that is not run: what could be written at its end is asked for.</summary>
    public static CSharpCompilationOptions ForCompletion { get; } = For(ScriptStart.ScriptClass).WithUsings(Usings);

    /// <summary>Of the prelude: nothing is imported, so that its types are written in full and mean what their plugins meant.</summary>
    public static CSharpCompilationOptions ForPrelude { get; } = For(ScriptStart.PreludeClass);

    /// <summary>Of a script.</summary>
    public static CSharpCompilationOptions ForScript(ScriptSources sources, ScriptDirectives directives) => For(ScriptStart.ScriptClass)
        .WithUsings(Usings)
        .WithSourceReferenceResolver(sources)
        .WithMetadataReferenceResolver(directives);

    // Warnings are not shown. One of them counts as an error, but not for the compiler, which would refuse what ForgottenAwaits excuses.
    private static CSharpCompilationOptions For(string className) => new(
        OutputKind.DynamicallyLinkedLibrary,
        scriptClassName: className,
        optimizationLevel: OptimizationLevel.Debug,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        specificDiagnosticOptions: [KeyValuePair.Create(NotAwaited, ReportDiagnostic.Warn)],
        nullableContextOptions: NullableContextOptions.Annotations,
        deterministic: true);
}
