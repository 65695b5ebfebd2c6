using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Services;

/// <summary>
/// Stands before a plugin's service: every call goes through the fence. When the plugin leaves, the object stays with whoever holds it and refuses:
/// the plugin's own object is the guest's to keep.
/// </summary>
internal class FencedService : DispatchProxy
{
    /// <summary>How long a call may take, beside what it waits for.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly MethodInfo AwaitMethod = typeof(FencedService).GetMethod(nameof(AwaitAsync), BindingFlags.Instance | BindingFlags.NonPublic)!;

    // Keyed by methods of contract assemblies, which are never unloaded; a generic one is left out, as its arguments may be a plugin's.
    private static readonly ConcurrentDictionary<MethodInfo, MethodInfo> Typed = new();

    private PluginRuntime? _plugins;
    private Guest? _guest;
    private string _plugin = "";
    private string _name = "";

    /// <summary>Makes the object that stands before a service.</summary>
    public static object Create(Type service, object target, Guest guest, PluginRuntime plugins)
    {
        var proxy = (FencedService)Create(service, typeof(FencedService));
        proxy._plugins = plugins;
        proxy._guest = guest;
        proxy._plugin = guest.Id;
        proxy._name = service.Name;
        guest.Lend(proxy, target);
        return proxy;
    }

    /// <summary>Whether calls of a member can go through the fence whole: what goes on after the return would be outside.</summary>
    public static bool CanCarry(MethodInfo method)
    {
        var result = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType;
        return result != typeof(ValueTask) && result != typeof(ValueTask<>) && result != typeof(IAsyncEnumerable<>) && result != typeof(IEnumerable<>)
            && !(method.IsSpecialName && (method.Name.StartsWith("add_", StringComparison.Ordinal) || method.Name.StartsWith("remove_", StringComparison.Ordinal)));
    }

    /// <summary>What a service says whose plugin has left.</summary>
    public static string Gone(string service) => $"The plugin that offered {service} has been unloaded. Ask for the service again.";

    /// <summary>Lets go of the service.</summary>
    public void Cut() => _guest = null;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        var result = method.ReturnType;
        if (result == typeof(Task))
            return AwaitAsync<object?>(method, args);

        if (result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Task<>))
        {
            var typed = method.IsGenericMethod ? MakeTyped(method) : Typed.GetOrAdd(method, MakeTyped);
            return typed.Invoke(this, BindingFlags.DoNotWrapExceptions, binder: null, [method, args], culture: null);
        }

        return Wait(method, args);
    }

    private static MethodInfo MakeTyped(MethodInfo method) => AwaitMethod.MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]);

    private Task<T> AwaitAsync<T>(MethodInfo method, object?[]? arguments)
    {
        var (guest, target, plugins) = Reach();
        var cancel = arguments?.OfType<CancellationToken>().LastOrDefault() ?? CancellationToken.None;
        return plugins.Fence.EnterAsync(
            guest,
            $"{_name}.{method.Name}",
            Limit,
            async token =>
            {
                var task = (Task)Call(method, target, arguments, token)!;
                await task;
                return task is Task<T> typed ? typed.Result : default!;
            },
            cancel);
    }

    // A member that returns no task: the caller's thread waits, as its signature says. Within the guest itself it is an ordinary call.
    private object? Wait(MethodInfo method, object?[]? arguments)
    {
        var (guest, target, plugins) = Reach();
        if (SynchronizationContext.Current == guest.Context)
            return Call(method, target, arguments, null);

        var call = Task.Run(() => plugins.Fence.EnterAsync(
            guest, $"{_name}.{method.Name}", Limit, _ => Task.FromResult(Call(method, target, arguments, null)), CancellationToken.None));
        return Stage.WaitFor(call);
    }

    private (Guest Guest, object Target, PluginRuntime Plugins) Reach() => _guest is { } guest && guest.FindLent(this) is { } target
        ? (guest, target, _plugins!)
        : throw new PluginFaultedException(_plugin, Gone(_name));

    // The guest gets the fence's token in place of the caller's: it is cancelled by either, and at the deadline.
    private static object? Call(MethodInfo method, object target, object?[]? arguments, CancellationToken? cancel) => method.Invoke(
        target,
        BindingFlags.DoNotWrapExceptions,
        binder: null,
        arguments is null || cancel is null ? arguments : [.. arguments.Select(argument => argument is CancellationToken ? cancel : argument)],
        culture: null);
}
