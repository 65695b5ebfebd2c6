using System.Globalization;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>The script threw, or could not be started.</summary>
public sealed record ScriptFailed : ScriptOutcome
{
    /// <summary>What happened. The message of a <see cref="PluginHostException"/> as it is, of any other exception with its type before it.</summary>
    public required string Message { get; init; }

    /// <summary>
    /// The script's file or one that it loads: relative to the current folder where it lies below it, else to the script's folder, else in
    /// full. Empty where no line of the script was involved.
    /// </summary>
    public string File { get; init; } = "";

    /// <summary>The line, from 1; 0 where none is known.</summary>
    public int Line { get; init; }

    /// <summary>The line of source, as it is written.</summary>
    public string SourceLine { get; init; } = "";

    /// <summary>The exception's type, without its namespace.</summary>
    public required string ExceptionType { get; init; }

    /// <inheritdoc />
    public override string ToString()
    {
        var text = File.Length == 0 ? Message : string.Create(CultureInfo.InvariantCulture, $"{File}({Line}): {Message}");
        return SourceLine.Length == 0 ? text : $"{text}\n{SourceLine}";
    }
}
