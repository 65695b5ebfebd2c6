using System.Diagnostics;
using PluginHost.Engine.Campaigns.Occurrences;
using PluginHost.Engine.Scripting;
using PluginHost.Sdk;

namespace PluginHost.Engine.Campaigns.Running;

/// <summary>An occurrence in the process that was started for it: takes it over, runs its script, and writes down what it came to and what it took.</summary>
internal sealed class OccurrenceRun(Campaign campaign, OccurrenceName name, OccurrenceStore store, ScriptEngine scripts, TimeProvider clock)
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(10);

    /// <exception cref="PluginHostException">It has passed on to another process.</exception>
    public async Task<ScriptOutcome> RunAsync(string from, Resumption resumption, IScriptPerson person, CancellationToken cancel)
    {
        // Not given up here: one that is asked to stop before it has begun says so as any other does.
        var args = await store.ArgsOfAsync(name, CancellationToken.None);
        if (!await store.BeginAsync(name, from))
            throw new PluginHostException($"{name} has passed on to another process, which goes on with it. This one did nothing.");

        var request = new ScriptRequest
        {
            Path = campaign.Entry.Script,
            Args = args,
            Occurrence = name,
            Budget = campaign.Entry.Budget,
            Resumption = resumption,
        };
        await using var renewing = clock.CreateTimer(_ => _ = RenewAsync(), null, Renewal, Renewal);
        var outcome = await scripts.RunAsync(request, person, cancel);
        await AddCostAsync();
        await SettleAsync(outcome);
        return outcome;
    }

    private Task SettleAsync(ScriptOutcome outcome) => outcome switch
    {
        ScriptDone done => store.EndAsync(name, isDone: true, done.Value is NothingValue or Table ? "" : done.Value.ToString()),
        ScriptStopped stopped => store.EndAsync(name, isDone: true, $"stopped itself: {stopped.Reason}"),
        ScriptChanged changed => store.HaltAsync(name, changed.Message),

        // Whoever has asked it to stop knows why.
        ScriptCancelled or ScriptStuck => Task.CompletedTask,
        _ => FailAsync($"{outcome}"),
    };

    private async Task FailAsync(string reason)
    {
        if (await store.EndAsync(name, isDone: false, reason))
            return;

        // What is not known yet is known after a while: asked again, it may have become what the script wanted.
        if (await store.IsUnsettledAsync(name))
            await store.LeaveAsync(name, reason);
        else
            await store.HaltAsync(name, $"failed: {reason}");
    }

    private Task AddCostAsync()
    {
        using var me = Process.GetCurrentProcess();
        return store.AddCostAsync(name, Environment.CpuUsage.TotalTime, me.PeakWorkingSet64);
    }

    private async Task RenewAsync()
    {
        try
        {
            await store.RenewAsync(name);
        }
        catch (PluginHostException)
        {
            // The next write says it, where it is still so by then.
        }
    }
}
