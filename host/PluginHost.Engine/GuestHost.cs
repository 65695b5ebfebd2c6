using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine;

/// <summary>The host as one plugin sees it. Each noun is made when the plugin first says it.</summary>
internal sealed class GuestHost(Guest guest, Engine engine) : IHost
{
    public IAsk Ask => field ??= new Asking.GuestAsk(engine.Person);

    public ICommands Commands => field ??= new Commands.GuestCommands(engine.Commands);

    public IViews Views => field ??= new Views.GuestViews(guest, engine.Views);

    public IStatus Status => field ??= new Status.GuestStatus(guest, engine.Status);

    public IJobs Jobs => field ??= new Jobs.GuestJobs(guest, engine.Jobs, engine.Runtime.Fence, engine.Clock);

    public ISettings Settings => guest.Known.Settings!;

    public IState State => field ??= MakeState();

    public IStore Store => field ??= MakeStore();

    public IStreams Streams => field ??= MakeStreams();

    public IServices Services => field ??= new Services.GuestServices(guest, engine.Services);

    public IOutput Output => field ??= new Output.GuestOutput(guest.Id, engine.Output);

    public IHttp Http => field ??= engine.Ways.Http(guest.Manifest);

    public IMail Mail => field ??= engine.Ways.Mail(guest.Manifest);

    public IRandom Random => engine.Ways.Random;

    public IWorkspace Workspace => field ??= engine.Ways.Workspace(guest.Manifest);

    public IContext Context => field ??= new Context.GuestContext(guest, engine.Context);

    public TimeProvider Clock => engine.Clock;

    public TimeSpan SteadyFor => engine.SteadyFor;

    public CancellationToken Stopping => guest.Stopping;

    private IState MakeState()
    {
        var state = engine.State.For(guest.Id);
        guest.Ledger.Add("the state", state.Dispose);
        return state;
    }

    private Streams.GuestStreams MakeStreams()
    {
        var streams = new Streams.GuestStreams(guest, engine.Runtime.Fence, engine.Streams, () => Store);
        guest.Ledger.Add("the streams", streams.Dispose);
        return streams;
    }

    private IStore MakeStore()
    {
        var store = engine.Store.For(guest.Id);
        guest.Ledger.Add("the store", store.Dispose);
        return store;
    }
}
