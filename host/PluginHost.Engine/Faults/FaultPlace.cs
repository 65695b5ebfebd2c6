using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace PluginHost.Engine.Faults;

/// <summary>Finds where in a guest's source an exception came from.</summary>
internal static class FaultPlace
{
    /// <summary>The innermost frame with a source line that lies in the given context; null where there is none.</summary>
    public static string? In(Exception error, AssemblyLoadContext? context) => In(error, assembly => AssemblyLoadContext.GetLoadContext(assembly) == context);

    /// <summary>The innermost frame with a source line that lies in one of the assemblies meant; null where there is none.</summary>
    public static string? In(Exception error, Func<Assembly, bool> isMeant)
    {
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } file && AssemblyOf(frame) is { } assembly && isMeant(assembly))
                return $"{Path.GetFileName(file)}:{frame.GetFileLineNumber()}";
        }

        return error.InnerException is { } inner ? In(inner, isMeant) : null;
    }

    /// <summary>The contexts of the frames, innermost first.</summary>
    public static IEnumerable<AssemblyLoadContext> ContextsOf(Exception error) =>
        new StackTrace(error, fNeedFileInfo: false).GetFrames()
            .Select(AssemblyOf)
            .OfType<Assembly>()
            .Select(AssemblyLoadContext.GetLoadContext)
            .OfType<AssemblyLoadContext>();

    private static Assembly? AssemblyOf(StackFrame frame) => frame.GetMethod()?.Module.Assembly;
}
