using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;
using PluginHost.Engine.Faults;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// Takes a guest out of the process: gate closed, token cancelled, calls in flight awaited, good-bye said, ledger undone, context unloaded. What
/// throws or hangs on the way is a fault, and the next step comes all the same.
/// </summary>
internal sealed class Unloading(Fence fence, FaultLog faults, TimeProvider clock)
{
    /// <summary>How long each step may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int Collections = 12;

    /// <param name="guest">Who is to leave.</param>
    /// <param name="isActive">Whether its calls are waited for and good-bye is said: a plugin whose activation failed has nothing but that one.</param>
    /// <returns>How it left, with a weak reference by which its end can be seen.</returns>
    public async Task<Departure> RunAsync(Guest guest, bool isActive)
    {
        guest.Gate.Close();
        await AttemptAsync(guest, () => guest.StopAsync().WaitAsync(Patience, clock));
        if (isActive)
        {
            await AttemptAsync(guest, () => guest.Gate.Emptied.WaitAsync(Patience, clock));
            await AttemptAsync(guest, () => fence.EnterClosedAsync(guest, "deactivation", Patience, guest.Plugin.DeactivateAsync));
        }

        guest.Ledger.UndoAll((what, error) => fence.Blame(guest, $"undoing {what}", error));
        return LetGo(guest);
    }

    /// <summary>Whether the plugin has left the memory. Asked off the screen's thread: it collects, up to twelve times within about three seconds.</summary>
    public static async Task<bool> IsGoneAsync(WeakReference trace, TimeProvider clock, CancellationToken cancel)
    {
        for (var i = 0; i < Collections && trace.IsAlive; i++)
        {
            Collect(i);

            // Most are gone at the second look; the pool lets go of its last frames in its own time.
            if (trace.IsAlive)
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(500, 5 << i)), clock, cancel);
        }

        return !trace.IsAlive;
    }

    // A frame of its own: a local of a waiting frame would hold the guest.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Departure LetGo(Guest guest) => new() { Known = guest.Known, Inside = guest.Gate.Inside, Hung = guest.Hung, Trace = guest.LetGo() };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Collect(int round)
    {
        if (round == 2)
            FlushSerializerCaches();

        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    // System.Text.Json keeps the types that it has met. Its hot-reload handler forgets them; undocumented, so a best effort.
    private static void FlushSerializerCaches()
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && !assembly.IsCollectible))
        {
            foreach (var handler in assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>())
                handler.HandlerType.GetMethod("ClearCache", Any, [typeof(Type[])])?.Invoke(null, [null]);
        }
    }

    private async Task AttemptAsync(Guest guest, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (TimeoutException)
        {
            faults.Add(new PluginFault
            {
                Plugin = guest.Id,
                Entry = "unloading",
                Message = "still had calls under way 2 s after it was told to stop",
                At = clock.GetUtcNow(),
            });
        }
        catch (AggregateException thrown)
        {
            foreach (var error in thrown.InnerExceptions)
                fence.Blame(guest, "a callback of its stopping token", error);
        }
        catch (PluginFaultedException)
        {
            // The fence has made a fault of it.
        }
        catch (PluginHostException outcome)
        {
            fence.Blame(guest, "deactivation", outcome);
        }
        catch (OperationCanceledException)
        {
            // It obeyed.
        }
    }
}
