using System.Diagnostics.CodeAnalysis;
using PluginHost.Engine.Plugins.Running;
using PluginHost.Sdk;

namespace PluginHost.Engine;

/// <summary>The host as one plugin sees it. Each noun is made once, when the plugin first says it, on whatever thread.</summary>
internal sealed class GuestHost(Guest guest, Engine engine) : IHost
{
    private object? _making = new();

    public IAsk Ask => field ?? Once(ref field, () => new Asking.GuestAsk(engine.Person, engine.KnownSecrets));

    public ICommands Commands => field ?? Once(ref field, () => new Commands.GuestCommands(engine.Commands));

    public IViews Views => field ?? Once(ref field, () => new Views.GuestViews(guest, engine.Views));

    public IStatus Status => field ?? Once(ref field, () => new Status.GuestStatus(guest, engine.Status));

    public IJobs Jobs => field ?? Once(ref field, () => new Jobs.GuestJobs(guest, engine.Jobs, engine.Runtime.Fence, engine.Clock));

    public ISettings Settings => guest.Known.Settings!;

    public IState State => field ?? Once(ref field, MakeState);

    public IStore Store => field ?? Once(ref field, MakeStore);

    public IStreams Streams => field ?? Once(ref field, MakeStreams);

    public IServices Services => field ?? Once(ref field, () => new Services.GuestServices(guest, engine.Services));

    public IOutput Output => field ?? Once(ref field, () => new Output.GuestOutput(guest.Id, engine.Output));

    public IHttp Http => field ?? Once(ref field, MakeHttp);

    public IMail Mail => field ?? Once(ref field, () => engine.Ways.Mail(guest.Manifest));

    public ISecrets Secrets => field ?? Once(ref field, MakeSecrets);

    public IRandom Random => engine.Ways.Random;

    public IWorkspace Workspace => field ?? Once(ref field, () => engine.Ways.Workspace(guest.Manifest));

    public IContext Context => field ?? Once(ref field, () => new Context.GuestContext(guest, engine.Context));

    public TimeProvider Clock => engine.Clock;

    public ITimes Times => engine.Times;

    public TimeSpan SteadyFor => engine.SteadyFor;

    public CancellationToken Stopping => guest.Stopping;

    private T Once<T>([NotNull] ref T? noun, Func<T> make)
        where T : class => LazyInitializer.EnsureInitialized(ref noun, ref _making, make);

    private IHttp MakeHttp()
    {
        var http = engine.Ways.Http(guest.Manifest);
        guest.Ledger.Add("the connections", () => engine.Ways.End(http));
        return http;
    }

    private IState MakeState()
    {
        var state = engine.State.For(guest.Id);
        guest.Ledger.Add("the state", state.Dispose);
        return state;
    }

    private Secrets.GuestSecrets MakeSecrets()
    {
        var secrets = new Secrets.GuestSecrets(engine.Secrets, engine.KnownSecrets, guest.Id);
        guest.Ledger.Add("the secrets", secrets.Dispose);
        return secrets;
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
