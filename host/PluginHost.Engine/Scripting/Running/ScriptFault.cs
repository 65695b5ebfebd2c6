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
        // What is caught while it is being stopped, and calls again, may use up the stack before it ends.
        if (cancel.IsCancellationRequested && (IsCancellation(exception) || exception is InsufficientExecutionStackException))
            return new ScriptCancelled();

        var type = exception.GetType().Name;
        var failed = new ScriptFailed
        {
            Message = TextOf(exception, type),
            ExceptionType = type,
        };
        return program is not null && FindPlace(thrown, program) is var (file, line)
            ? failed with { File = ScriptPaths.Shorten(file.Path, program.Folder), Line = line, SourceLine = file.LineAt(line) }
            : failed;
    }

    private static bool IsCancellation(Exception exception) => exception is OperationCanceledException
        || (exception is AggregateException several && several.Flatten().InnerExceptions.All(IsCancellation));

    private static string TextOf(Exception exception, string type) => exception switch
    {
        InsufficientExecutionStackException => "This calls itself, directly or by way of others, without an end: the stack is used up. "
            + "Let it return before it calls itself again, or use a loop.",
        PluginHostException => Fence.TextOf(exception),
        _ => $"{type}: {Fence.TextOf(exception)}",
    };

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

        // Where the stack ends, an entry is found that has nothing to do with it: what called it stands behind it.
        var isBlamed = exception is not InsufficientExecutionStackException;
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is not { } path || program.FindFile(path) is not { } file || IsGuard(frame))
                continue;

            if (isBlamed)
                return (file, frame.GetFileLineNumber());

            isBlamed = true;
        }

        return null;
    }

    // It stands in the script's text, and is none of it.
    private static bool IsGuard(StackFrame frame) => frame.GetMethod()?.DeclaringType?.Name == ScriptGuard.ClassName;
}
