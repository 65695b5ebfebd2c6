using PluginHost.Engine.Plugins.Bisecting;
using PluginHost.Sdk;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views.BuiltIn.Plugins;

/// <summary>
/// Finds the plugins that make a trouble, with the person who sees it: halves are set aside live, and a toast asks after each whether it is still there. The
/// screen can be used meanwhile, to look. Whatever ends the search, everything is on again.
/// </summary>
internal sealed class PluginBisection(Workbench workbench)
{
    private const string Start = "workbench.plugins.bisect";
    private const string Still = "workbench.plugins.bisectStill";
    private const string Gone = "workbench.plugins.bisectGone";
    private const string Stop = "workbench.plugins.bisectStop";

    private bool _isUnderWay;
    private TaskCompletionSource<bool>? _answer;

    public static void AddTo(Workbench workbench)
    {
        var bisection = new PluginBisection(workbench);
        workbench.Add(new CommandEntry
        {
            Id = Start,
            Title = Texts.CommandBisect,
            Refusal = () => bisection._isUnderWay ? Texts.BisectUnderWay : null,
            Run = bisection.RunAsync,
        });
        bisection.AddAnswer(Still, Texts.CommandBisectStill, answer => answer.TrySetResult(true));
        bisection.AddAnswer(Gone, Texts.CommandBisectGone, answer => answer.TrySetResult(false));
        bisection.AddAnswer(Stop, Texts.CommandBisectStop, answer => answer.TrySetCanceled(CancellationToken.None));
    }

    private void AddAnswer(string id, string title, Action<TaskCompletionSource<bool>> answer) => workbench.Add(
        CommandEntry.Quick(id, title, () => answer(_answer!)) with { Refusal = () => _answer is null ? Texts.BisectNotAsked : null });

    private async Task<Value> RunAsync(Record arguments, CancellationToken cancel)
    {
        _isUnderWay = true;
        try
        {
            var result = await new Bisection(await SuspectsAsync(cancel), IsThereAsync).RunAsync(cancel);
            workbench.Post(() => workbench.Tell(Severity.Information, Describe(result)));
        }
        finally
        {
            _isUnderWay = false;
            await workbench.Engine.SetAsideAsync(new HashSet<string>(), CancellationToken.None);
        }

        return Value.Nothing;
    }

    private async Task<IReadOnlyList<string>> SuspectsAsync(CancellationToken cancel)
    {
        var known = workbench.Engine.Plugins.All.Select(plugin => plugin.Id).ToList();
        var answer = await workbench.Ask.ForTextAsync(Texts.BisectKeepAsked, cancel) ?? throw new OperationCanceledException();
        var keep = answer.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (keep.FirstOrDefault(id => !known.Contains(id)) is { } unknown)
            throw new WrongUseException(Texts.Fill(Texts.PluginNotThere, unknown, Nearest.Hint(unknown, known)));

        return [.. workbench.Engine.Plugins.Usable.Select(plugin => plugin.Id).Except(keep)];
    }

    private async Task<bool> IsThereAsync(IReadOnlySet<string> off, CancellationToken cancel)
    {
        // With all on: the person who began has the trouble.
        if (off.Count == 0)
            return true;

        await workbench.Engine.SetAsideAsync(off, cancel);
        var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        workbench.Post(() => Ask(answer, off));
        try
        {
            return await answer.Task.WaitAsync(cancel);
        }
        finally
        {
            workbench.Post(() => _answer = null);
        }
    }

    private void Ask(TaskCompletionSource<bool> answer, IReadOnlySet<string> off)
    {
        if (answer.Task.IsCompleted)
            return;

        _answer = answer;
        var toast = workbench.Notifications.Begin(
            Texts.Fill(Texts.BisectAsked, string.Join(", ", off)),
            null,
            new ToastAction(Texts.Yes, new CommandCall { Id = Still }),
            new ToastAction(Texts.No, new CommandCall { Id = Gone }),
            new ToastAction(Texts.BisectStop, new CommandCall { Id = Stop }));
        _ = answer.Task.ContinueWith(_ => workbench.Post(() => workbench.Notifications.Close(toast.Id)), TaskScheduler.Default);
    }

    private static string Describe(BisectionResult result) => result.End switch
    {
        BisectionEnd.Found => Texts.Fill(Texts.BisectFound, string.Join(Texts.BisectOr, result.Groups.Select(group => string.Join(Texts.BisectWith, group)))),
        _ => Texts.BisectNobody,
    };
}
