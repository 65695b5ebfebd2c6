using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PluginHost.Engine.Scripting;

/// <summary>Turns what the compiler and our own checks have found into what a person reads, in the order of the text and each thing once.</summary>
internal sealed class ScriptDiagnostics(ScriptFile script, ScriptDirectives directives, Prelude prelude, ScriptSuggestions suggestions)
{
    private const string MissingReference = "PH1003";
    private const string UnusableGlobal = "PH1004";

    public IReadOnlyList<ScriptDiagnostic> Of(
        IEnumerable<Diagnostic> fromCompiler,
        IEnumerable<ScriptProblem> ours,
        ForgottenAwaits awaits)
    {
        var errors = fromCompiler
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                || (diagnostic.Id == ScriptOptions.NotAwaited && !awaits.Excuses(diagnostic)))
            .ToList();
        return
        [
            .. errors.Select(Of).Concat(ours.Concat(awaits.NotAmong(errors)).Select(problem => Of(problem, script)))
                .Distinct()
                .OrderBy(diagnostic => diagnostic.File, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Line)
                .ThenBy(diagnostic => diagnostic.Column),
        ];
    }

    /// <summary>One of our own.</summary>
    public static ScriptDiagnostic Of(ScriptProblem problem, ScriptFile script) =>
        Of(problem.Id, problem.Place, problem.Text, script) with { IsWarning = problem.IsWarning };

    private ScriptDiagnostic Of(Diagnostic diagnostic) => diagnostic.Id switch
    {
        "CS0006" when WhyRefused(diagnostic.Location) is { } why => Of(MissingReference, diagnostic.Location, why),
        "CS0103" when prelude.Unusable.GetValueOrDefault(TextAt(diagnostic.Location)) is { } why => Of(UnusableGlobal, diagnostic.Location, why),
        "CS0103" or "CS0246" when ForbiddenCall.FindByName(TextAt(diagnostic.Location)) is { } call =>
            Of(call.Id, diagnostic.Location, $"{TextAt(diagnostic.Location)} goes past the host. {call.Instead}"),
        "CS0103" => Of(diagnostic.Id, diagnostic.Location, MessageOf(diagnostic) + suggestions.ForName(diagnostic.Location, TextAt(diagnostic.Location))),
        "CS1061" => Of(diagnostic.Id, diagnostic.Location, MessageOf(diagnostic) + suggestions.ForMember(diagnostic.Location, TextAt(diagnostic.Location))),
        ScriptOptions.NotAwaited => Of(diagnostic.Id, diagnostic.Location, ForgottenAwaits.Describe(TextAt(diagnostic.Location))),
        _ => Of(diagnostic.Id, diagnostic.Location, MessageOf(diagnostic)),
    };

    private static string MessageOf(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private ScriptDiagnostic Of(string id, Location place, string text) => Of(id, place, text, script);

    private static ScriptDiagnostic Of(string id, Location place, string text, ScriptFile script)
    {
        var folder = Path.GetDirectoryName(script.Path)!;
        if (!place.IsInSource)
            return Of(id, ScriptPaths.Shorten(script.Path, folder), 0, 0, text, "");

        var span = place.GetLineSpan();
        var (line, column) = (span.StartLinePosition.Line, span.StartLinePosition.Character);
        var source = place.SourceTree.GetText().Lines[line].ToString();
        return Of(id, ScriptPaths.Shorten(span.Path, folder), line + 1, column + 1, text, source);
    }

    private static ScriptDiagnostic Of(string id, string file, int line, int column, string text, string source) => new()
    {
        File = file,
        Line = line,
        Column = column,
        Id = id,
        Text = text,
        SourceLine = source,
    };

    private string? WhyRefused(Location place)
    {
        var directive = place.SourceTree?.GetRoot().FindTrivia(place.SourceSpan.Start).GetStructure() as ReferenceDirectiveTriviaSyntax;
        return directive is null ? null : directives.WhyRefused(directive.File.ValueText);
    }

    private static string TextAt(Location place) => place.SourceTree?.GetText().ToString(place.SourceSpan) ?? "";
}
