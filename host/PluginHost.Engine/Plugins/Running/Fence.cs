using PluginHost.Engine.Faults;
using PluginHost.Engine.Rehearsing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Plugins.Running;

/// <summary>
/// The one place where guest code is entered. A call runs on the guest's serial context, in a flow of its own, with a deadline. What a contract
/// names as an outcome comes back as it is; everything else that is thrown becomes a fault, in text, and the host carries on.
/// </summary>
internal sealed class Fence(FaultLog faults, ContractAssemblies contracts, TimeProvider clock)
{
    /// <summary>How long a guest may take to obey its token, once its time is up.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // Faults are kept by the thousand.
    private const int MostOfMessage = 2_000;

    /// <summary>Told of every call's way in and out; null where nobody measures.</summary>
    public Action<string>? Mark { get; set; }

    /// <summary>Calls into a guest and waits for the answer.</summary>
    /// <exception cref="PluginFaultedException">The guest threw, took too long, or takes no more calls.</exception>
    /// <exception cref="PluginHostException">The guest answered with an outcome that its contract names.</exception>
    public async Task<T> EnterAsync<T>(Guest guest, string what, TimeSpan limit, Func<CancellationToken, Task<T>> call, CancellationToken cancel)
    {
        if (guest.Hung is { } hung)
            throw new PluginFaultedException(guest.Id, $"{guest.Id} has not come back from {hung} and is not called any more. Restart the program.");

        if (!guest.Gate.TryEnter())
            throw new PluginFaultedException(guest.Id, $"{guest.Id} is being unloaded and takes no calls.");

        return await EnterOpenAsync(guest, what, limit, call, cancel);
    }

    /// <summary>Calls into a guest for what gives nothing back.</summary>
    public Task EnterAsync(Guest guest, string what, TimeSpan limit, Func<CancellationToken, Task> call, CancellationToken cancel) =>
        EnterAsync(guest, what, limit, GivingNothing(call), cancel);

    /// <summary>Says good-bye to a guest whose gate is closed. Its token is cancelled by then; this call has its full time.</summary>
    public Task EnterClosedAsync(Guest guest, string what, TimeSpan limit, Func<CancellationToken, Task> call) =>
        EnterGuestAsync(guest, what, limit, GivingNothing(call), CancellationToken.None, CancellationToken.None, static () => { });

    /// <summary>Makes a fault of an exception that had no caller: on a thread, a timer, in an async void.</summary>
    public void Blame(Guest guest, string what, Exception error) => faults.Add(Describe(guest.Id, what, error, guest.PlaceOf(error)));

    /// <summary>Makes a fault of an exception that came through a plugin's code, wherever the plugin is now.</summary>
    public void Blame(string plugin, PluginContext? context, string what, Exception error) => faults.Add(Describe(plugin, what, error, FaultPlace.In(error, context)));

    private Task<T> EnterOpenAsync<T>(Guest guest, string what, TimeSpan limit, Func<CancellationToken, Task<T>> call, CancellationToken cancel) =>
        EnterGuestAsync(guest, what, limit, call, cancel, guest.Stopping, guest.Gate.Leave);

    private async Task<T> EnterGuestAsync<T>(
        Guest guest,
        string what,
        TimeSpan limit,
        Func<CancellationToken, Task<T>> call,
        CancellationToken cancel,
        CancellationToken stopping,
        Action left)
    {
        // The caller may be a guest itself: while it waits here, this call's deadline counts and not its own.
        using var callerWaits = FenceEntry.Current?.Pause();
        Mark?.Invoke(Marks.IntoPlugin);
        var entry = new FenceEntry(guest.Id, what, limit, clock) { Caller = FenceEntry.Current };
        var token = new CancellationTokenSource();

        // Not linked: a linked source would run the guest's callbacks on the canceller's thread and throw there what they throw.
        using var fromCaller = cancel.UnsafeRegister(_ => Cancel(guest, what, token), null);
        using var fromGuest = stopping.UnsafeRegister(_ => Cancel(guest, what, token), null);
        var answer = new TaskCompletionSource<T>(Stage.Continuations);
        guest.Context.Post(_ => Start(guest, entry, token, call, answer, left), null);

        if (limit != Timeout.InfiniteTimeSpan && await Task.WhenAny(answer.Task, entry.Expired) != answer.Task)
        {
            var inside = guest.Context.Inside;
            Cancel(guest, what, token);
            await Task.WhenAny(answer.Task, Task.Delay(Grace, clock, CancellationToken.None));

            // What held the context all the while will hold it for ever: nothing else of this guest will run.
            if (inside is not null && guest.Context.Inside == inside)
                guest.Hung = entry.What;

            if (!answer.Task.IsCompletedSuccessfully)
                throw TooLong(guest, entry);
        }

        return await answer.Task;
    }

    private static Func<CancellationToken, Task<object?>> GivingNothing(Func<CancellationToken, Task> call) => async cancel =>
    {
        await call(cancel);
        return null;
    };

    // The state machine's start keeps flow and context: what is set in it stays in it.
    private async void Start<T>(
        Guest guest, FenceEntry entry, CancellationTokenSource token, Func<CancellationToken, Task<T>> call, TaskCompletionSource<T> answer, Action left)
    {
        FenceEntry.Current = entry;
        guest.Context.Seat?.Begin(entry.What);
        try
        {
            answer.TrySetResult(await call(token.Token));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested || entry.WasStopped)
        {
            answer.TrySetCanceled(token.Token);
        }
        catch (PluginHostException outcome) when (contracts.Owns(outcome.GetType()))
        {
            answer.TrySetException(outcome);
        }
        catch (Exception error)
        {
            var fault = faults.Add(Describe(guest.Id, entry.What, error, guest.PlaceOf(error)));
            answer.TrySetException(new PluginFaultedException(guest.Id, fault.ToString()));
        }
        finally
        {
            Mark?.Invoke(Marks.OutOfPlugin);
            entry.Dispose();
            left();
        }
    }

    private PluginFaultedException TooLong(Guest guest, FenceEntry entry)
    {
        var fault = faults.Add(new PluginFault
        {
            Plugin = guest.Id,
            Entry = entry.What,
            Message = $"did not come back within {entry.Limit.TotalSeconds:0.#} s",
            At = clock.GetUtcNow(),
        });
        return new PluginFaultedException(guest.Id, fault.ToString());
    }

    private PluginFault Describe(string plugin, string what, Exception error, string? place) => new()
    {
        Plugin = plugin,
        Entry = what,
        Message = Message(error),
        Place = place,
        At = clock.GetUtcNow(),
    };

    /// <summary>What an exception says, with its type; what the loader's exceptions say is spelled out.</summary>
    public static string Message(Exception error) => error switch
    {
        FileNotFoundException { FileName: { } file } when file.Contains(", Version=", StringComparison.Ordinal) =>
            $"needs {file.Split(',')[0]}.dll, which is not beside it. Install the plugin again, or publish it with its dependencies",
        TypeInitializationException { InnerException: { } inner } => Message(inner),
        MissingMethodException or MissingFieldException or TypeLoadException =>
            $"was built against another version: {error.Message} Build it again, or install a version that fits",
        _ => $"threw {error.GetType().Name}: {TextOf(error)}",
    };

    /// <summary>An exception's message. Where a guest made the type, the message is guest code, and may throw itself.</summary>
    public static string TextOf(Exception error)
    {
        try
        {
            return error.Message is { Length: > MostOfMessage } much ? $"{much[..MostOfMessage]}…" : error.Message;
        }
        catch (Exception)
        {
            return "(its message throws, too)";
        }
    }

    private void Cancel(Guest guest, string what, CancellationTokenSource token)
    {
        _ = CancelAsync();

        async Task CancelAsync()
        {
            try
            {
                await token.CancelAsync();
            }
            catch (AggregateException thrown)
            {
                foreach (var error in thrown.InnerExceptions)
                    Blame(guest, $"a cancellation callback of {what}", error);
            }
        }
    }
}
