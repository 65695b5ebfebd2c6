using System.Globalization;

namespace PluginHost.Engine.Scripting;

/// <summary>An error in a script, or a warning, found before it ran.</summary>
public sealed record ScriptDiagnostic
{
    /// <summary>The file, as short as it can be said: see <see cref="ScriptFailed.File"/>.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1; 0 where the error is about the whole script.</summary>
    public required int Line { get; init; }

    /// <summary>The column, from 1.</summary>
    public required int Column { get; init; }

    /// <summary>The id: <c>CS…</c> from the compiler, <c>PH…</c> from us.</summary>
    public required string Id { get; init; }

    /// <summary>What is wrong, and what to do about it.</summary>
    public required string Text { get; init; }

    /// <summary>The line of source, as it is written.</summary>
    public required string SourceLine { get; init; }

    /// <summary>Whether the script runs all the same.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The error as compilers write it, with the line of source beneath.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column})");
        var text = $"{place}: {(IsWarning ? "warning" : "error")} {Id}: {Text}";
        return SourceLine.Length == 0 ? text : $"{text}\n{SourceLine}";
    }
}
