using System.Reflection;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>Calls a method of a plugin's object by its name: host first, arguments in order, token last, each only where the method wants it.</summary>
internal static class Handler
{
    /// <summary>Calls on the guest's own context. The result is awaited where it is a task.</summary>
    public static async Task<object?> CallAsync(Guest guest, string method, IReadOnlyList<object?> arguments, CancellationToken cancel)
    {
        var handler = guest.Plugin.GetType().GetMethod(method, BindingFlags.Public | BindingFlags.Instance)
            ?? throw new MissingMethodException(guest.Contributions.PluginType, method);
        var parameters = handler.GetParameters();
        var given = new object?[parameters.Length];
        var next = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            given[i] = type == typeof(IHost) ? guest.Host
                : type == typeof(CancellationToken) ? cancel
                : arguments[next++];
        }

        var result = handler.Invoke(guest.Plugin, BindingFlags.DoNotWrapExceptions, binder: null, given, culture: null);
        if (result is not Task task)
            return result;

        await task;
        return handler.ReturnType.IsGenericType ? handler.ReturnType.GetProperty(nameof(Task<object>.Result))!.GetValue(task) : null;
    }
}
