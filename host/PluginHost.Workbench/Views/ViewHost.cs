using PluginHost.Sdk;
using PluginHost.Workbench.Conditions;
using PluginHost.Workbench.Rendering;

namespace PluginHost.Workbench.Views;

/// <summary>
/// Keeps one open view up to date. It asks for a snapshot off the renderer's thread, one at a time and at most once a frame, only while the view is to be
/// seen; says when that takes long or fails; and goes on showing the last one.
/// </summary>
internal sealed class ViewHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);
    private readonly OpenView _view;
    private readonly ViewHosting _hosting;
    private readonly CancellationTokenSource _closed = new();
    private WhenClause? _when;
    private string? _whenProblem;
    private string? _welcome;
    private int _isDirty = 1;
    private int _asks;
    private bool _isAsking;

    public ViewHost(OpenView view, ViewHosting hosting)
    {
        _view = view;
        _hosting = hosting;
        Follow();
    }

    public OpenView View => _view;

    /// <summary>Called with each frame in which the view is to be seen.</summary>
    public void Tick()
    {
        if (_whenProblem is not null)
        {
            Show(ViewState.Off, _whenProblem, Role.Bad, null);
            return;
        }

        if (_when?.Holds(_hosting.Conditions) == false)
        {
            Show(ViewState.Off, Texts.Fill(Texts.Off, _when.Explain(_hosting.Conditions)), Role.Dim, null);
            Interlocked.Exchange(ref _isDirty, 1);
            return;
        }

        // A plugin that was unloaded is not loaded again because somebody looks.
        if (!_isAsking && _view.State != ViewState.Unloaded && Interlocked.Exchange(ref _isDirty, 0) != 0)
            Ask();
    }

    /// <summary>The person wants it asked again.</summary>
    public void Retry()
    {
        Show(_view.Model is null ? ViewState.Waiting : ViewState.Slow, Texts.ViewLoading, Role.Dim, null);
        OnChanged();
    }

    /// <summary>Its plugin has been unloaded.</summary>
    public void OnUnloaded(string reason) => Show(ViewState.Unloaded, reason, Role.Warning, _hosting.Cure(_view));

    /// <summary>Its plugin runs again.</summary>
    public void OnLoaded()
    {
        if (_view.State == ViewState.Unloaded)
            Retry();
    }

    /// <summary>Its plugin was swapped, or is back: the view stays as it is, selection and all, and is made by the new one.</summary>
    public void Use(ViewSource source)
    {
        _view.Source.Changed -= OnChanged;
        _view.Source = source;
        Follow();
        Retry();
    }

    public void Close()
    {
        _view.Source.Changed -= OnChanged;
        _closed.Cancel();
    }

    private void Follow()
    {
        (_when, _whenProblem) = (null, null);
        if (_view.Source.When is { } when)
        {
            _when = WhenClause.TryParse(when, out var problem);
            _whenProblem = _when is null ? problem : null;
        }

        TakeWelcome();
        _view.Source.Changed += OnChanged;
    }

    private void OnChanged()
    {
        // However often it is said, it is asked for once a frame.
        Interlocked.Exchange(ref _isDirty, 1);
        _hosting.Renderer.Invalidate();
    }

    private void Ask()
    {
        _isAsking = true;
        var ask = ++_asks;
        var patience = _hosting.Later.In(Patience, () =>
        {
            if (_isAsking && _asks == ask)
                Show(_view.Model is null ? ViewState.Waiting : ViewState.Slow, Texts.ViewLoading, Role.Dim, null);
        });
        _ = Task.Run(() => AskAsync(patience), CancellationToken.None);
    }

    // All that is thrown is caught: what a view throws is shown in its place, ours included.
    private async Task AskAsync(ITimer patience)
    {
        Action done;
        try
        {
            var snapshot = await _view.Source.SnapshotAsync(_closed.Token);
            done = SnapshotCheck.Refuse(snapshot) is { } refusal ? () => Fail(refusal) : () => Take(snapshot);
        }
        catch (Exception error)
        {
            var message = error is PluginHostException ? error.Message : Texts.Fill(Texts.ViewThrew, error.GetType().Name, error.Message);
            done = () => Fail(message);
        }

        patience.Dispose();
        _hosting.Renderer.Post(() =>
        {
            _isAsking = false;
            if (!_closed.IsCancellationRequested)
                done();
        });
        _hosting.Renderer.Invalidate();
    }

    private void Take(View snapshot)
    {
        if (_view.Model?.TryTake(snapshot) != true)
        {
            _view.Model = ViewModels.For(snapshot);
            _view.Model.Run = Run;
            if (_view.Model is EditorModel editor)
                (editor.Edited, editor.IsKept) = (_view.Source.Edited, _view.Source.IsKept);
        }

        TakeWelcome();
        _view.Caption = snapshot.Caption;
        (_view.State, _view.Notice, _view.Cure) = (ViewState.Ready, null, null);
        _hosting.Taken(_view);
    }

    // What an empty view says may depend on what it shows.
    private void TakeWelcome()
    {
        var welcome = _view.Source.Welcome;
        if (welcome == _welcome)
            return;

        _welcome = welcome;
        _view.Welcome = _hosting.Welcome(welcome);
    }

    private void Run(CommandCall call)
    {
        // What was saved is what was given to the command, whatever has been written since.
        var saved = _view.Model as EditorModel;
        var text = call.Arguments.Find("text")?.ToString();
        _hosting.Run(call, saved is null || text is null ? null : () => saved.NoteSaved(text));
    }

    private void Fail(string message) => Show(ViewState.Faulted, message, Role.Bad, _hosting.Cure(_view));

    private void Show(ViewState state, string notice, Role role, ToastAction? cure)
    {
        if (_view.State == state && _view.Notice?.ToString() == notice)
            return;

        (_view.State, _view.Notice, _view.Cure) = (state, new Line(notice.ReplaceLineEndings(" "), role), cure);
    }
}
