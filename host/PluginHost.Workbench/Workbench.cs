using System.Runtime.ExceptionServices;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;
using PluginHost.Workbench.Asking;
using PluginHost.Workbench.Commands;
using PluginHost.Workbench.Conditions;
using PluginHost.Workbench.Keys;
using PluginHost.Workbench.Layers;
using PluginHost.Workbench.Rendering;
using PluginHost.Workbench.Telling;
using PluginHost.Workbench.Views;
using PluginHost.Workbench.Views.Panel;

namespace PluginHost.Workbench;

/// <summary>
/// The workbench: what is shown, which key does what, what a person is asked and told. It is made and touched on the renderer's thread alone, and
/// draws nothing. Until the first frame is out, nothing of a plugin is loaded.
/// </summary>
public sealed partial class Workbench : IWorkbench, IAsyncDisposable
{
    private readonly IRenderer _renderer;
    private readonly ScreenPerson _person;
    private readonly LayerStack _layers = new();
    private readonly ContextKeys _context;
    private readonly CancellationTokenSource _left = new();
    private readonly bool _isServing;
    private readonly List<Func<Task>> _ends = [];
    private Task _serving = Task.CompletedTask;
    private long _frames;

    /// <summary>Makes one for a workspace that is open.</summary>
    /// <param name="options">What it is made of.</param>
    public Workbench(WorkbenchOptions options)
    {
        (Engine, _renderer, _person, _isServing) = (options.Engine, options.Renderer, options.Person, options.IsServing);
        Later = new Later(Engine.Clock, _renderer);
        _context = new ContextKeys(key => Engine.Context[key], MeaningOf, view => _views?.Find(view)?.Title);
        Notifications = new Notifications(Later);
        Log = new CommandLog(Engine.Clock);
        _commands = new CommandTable(Engine, _context);
        _runner = new CommandRunner(_commands, Log, _recent, MakeDesk());
        _router = new KeyRouter(_layers, Later, _context, binding => Run(binding.Command!)) { Title = TitleOf, IsShown = LeadsSomewhere };
        _views = new ViewTable(Engine);
        _hosting = new ViewHosting
        {
            Renderer = _renderer,
            Later = Later,
            Conditions = _context,
            Run = Run,
            Taken = _ => { },
            Welcome = WelcomeOf,
        };
        _questions = new Questions(_layers, _renderer, () => IsTyping, AnnounceQuestion) { Changed = () => _status = null, Clock = options.Engine.Clock };
        _layers.Uncovered = _questions.OnUncovered;
        _person.Attach(_questions);
        foreach (var add in options.Additions)
            add(this);

        ReadPlugins();
        Listen();
        Restore();
    }

    /// <inheritdoc/>
    public IReadOnlyList<Layer> Layers => _layers.All;

    /// <summary>Whether the person has left.</summary>
    public bool IsLeft => _left.IsCancellationRequested;

    internal Engine.Engine Engine { get; }

    internal Later Later { get; }

    internal IConditions Conditions => _context;

    /// <summary>The person, for views of the workbench that ask.</summary>
    internal IAsk Ask => _person;

    /// <inheritdoc/>
    public void Prepare()
    {
        _frames++;
        if (_frames == 1)
        {
            // The first frame waits for nobody.
            _renderer.Invalidate();
            return;
        }

        if (_frames == 2)
            AfterFirstFrame();

        TakeChanges();
        foreach (var view in _visible ??= [.. _arrangement.Visible.Select(HostOf)])
            view.Tick();

        TickPreview();
    }

    /// <summary>Gets to the renderer's thread, from any.</summary>
    internal void Post(Action work)
    {
        _renderer.Post(work);
        _renderer.Invalidate();
    }

    /// <summary>Cancelled when the person has left.</summary>
    internal CancellationToken Left => _left.Token;

    /// <summary>Adds what is waited for when the screen was left.</summary>
    internal void AddEnd(Func<Task> end) => _ends.Add(end);

    /// <summary>
    /// Does work off the renderer's thread. What it throws that nobody expects is a bug, and is thrown on the thread that owns the screen: nothing goes
    /// unseen.
    /// </summary>
    internal void Background(Func<Task> work) => _ = Task.Run(
        async () =>
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (IsLeft)
            {
                // The screen was left meanwhile.
            }
            catch (Exception error)
            {
                Post(() => ExceptionDispatchInfo.Throw(error));
            }
        },
        CancellationToken.None);

    /// <summary>Lays a text on the clipboard.</summary>
    internal void Copy(string text)
    {
        _renderer.Copy(text);
        Tell(Severity.Information, Texts.Copied);
    }

    /// <summary>Remembers what is to be remembered, and lets go of the engine. Services that run are waited for.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsLeft)
            Save();

        await _left.CancelAsync();
        _person.Leave();
        _questions.GiveUp();
        _watch?.Dispose();
        Deafen();
        foreach (var host in _hosts.Values)
            host.Close();

        foreach (var end in _ends)
            await end();

        await _serving;
        await _developing;
    }

    private string? MeaningOf(string key)
    {
        foreach (var plugin in Engine.Plugins.All)
        {
            foreach (var declared in plugin.Contributions?.ContextKeys ?? [])
            {
                if (declared.Name == key)
                    return declared.Description;
            }
        }

        return null;
    }

    private void AfterFirstFrame()
    {
        Check();
        TellUncleanEnds();
        AskForTrust();
        _watch = new WorkspaceWatch(Engine.Workspace.File, Engine.Clock, () => Post(Reload));
        Develop();
        if (_isServing)
            _serving = Task.Run(() => Engine.ServeAsync(_left.Token), CancellationToken.None);
    }
}
