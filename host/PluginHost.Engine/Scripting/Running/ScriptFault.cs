using System.Diagnostics;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>Turns what a script threw into an outcome of texts: the exception itself may be of a type that the script declares.</summary>
internal static class ScriptFault
{
    /// <summary>Tells what was thrown, and on which line of the script.</summary>
    /// <param name="thrown">What was thrown.</param>
    /// <param name="program">The script; null where it did not come as far as running.</param>
    /// <param name="cancel">The run's token.</param>
    public static ScriptOutcome Describe(Exception thrown, ScriptProgram? program, CancellationToken cancel)
    {
        var exception = Unwrap(thrown);
        if (exception is OperationCanceledException && cancel.IsCancellationRequested)
            return new ScriptCancelled();

        var type = exception.GetType().Name;
        var failed = new ScriptFailed
        {
            Message = exception is PluginHostException ? Fence.TextOf(exception) : $"{type}: {Fence.TextOf(exception)}",
            ExceptionType = type,
        };
        return program is not null && FindPlace(thrown, program) is var (file, line)
            ? failed with { File = ScriptPaths.Shorten(file.Path, program.Folder), Line = line, SourceLine = file.LineAt(line) }
            : failed;
    }

    // Blocking on a task, a static constructor and reflection wrap what really happened in something that says nothing.
    private static Exception Unwrap(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only] } => Unwrap(only),
        TypeInitializationException { InnerException: { } inner } => Unwrap(inner),
        System.Reflection.TargetInvocationException { InnerException: { } inner } => Unwrap(inner),
        _ => exception,
    };

    private static (ScriptFile File, int Line)? FindPlace(Exception exception, ScriptProgram program)
    {
        // The innermost first: there it began. What it was wrapped in knows at least where it passed.
        if (exception.InnerException is { } inner && FindPlace(inner, program) is { } place)
            return place;

        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } path && program.FindFile(path) is { } file)
                return (file, frame.GetFileLineNumber());
        }

        return null;
    }
}
