using System.Runtime.ExceptionServices;
using PluginHost.Printing;

namespace PluginHost;

/// <summary>
/// Hands exceptions that nobody caught, on threads, timers and the pool, to the engine. Where a guest is to blame, the process lives on; else it
/// ends as it would have.
/// </summary>
internal static class UnhandledExceptions
{
    /// <summary>Called once for the process.</summary>
    public static void GoTo(Engine.Engine engine) => ExceptionHandling.SetUnhandledExceptionHandler(engine.TakeUnhandled);
}
