using PluginHost.Engine.Campaigns.Schedules;
using PluginHost.Sdk;

namespace PluginHost.Plugins.Testing;

/// <summary>A host in memory: one process on a <see cref="FakeDatabase"/>. Two hosts on one database are two processes on one workspace.</summary>
internal sealed class FakeHost : IHost
{
    public FakeHost(FakeDatabase database, FakeClock clock, Type plugin)
    {
        database.Migrate(plugin.Assembly);
        Store = new FakeStore(database);
        Clock = clock;
        Settings = new FakeSettings(plugin);
        Streams = new FakeStreams(database, Store, clock);
    }

    public FakeStore Store { get; }

    public FakeClock Clock { get; }

    public FakeSettings Settings { get; }

    public FakeStreams Streams { get; }

    public FakeScreen Screen { get; } = new();

    public FakeServices Services { get; } = new();

    public FakeJobs Jobs { get; } = new();

    public FakeWorkspace Workspace { get; init; } = new();

    public TimeSpan SteadyFor { get; set; } = TimeSpan.FromDays(1);

    public IRandom Random { get; } = new FakeRandom(1);

    /// <summary>The way out, where a test gives one.</summary>
    public IHttp? Http { get; set; }

    public CancellationToken Stopping => CancellationToken.None;

    IViews IHost.Views => Screen;

    IStatus IHost.Status => Screen;

    IOutput IHost.Output => Screen;

    IJobs IHost.Jobs => Jobs;

    ISettings IHost.Settings => Settings;

    IStore IHost.Store => Store;

    IServices IHost.Services => Services;

    IWorkspace IHost.Workspace => Workspace;

    TimeProvider IHost.Clock => Clock;

    ITimes IHost.Times => new Times(Clock, Workspace.Zone);

    IAsk IHost.Ask => throw new NotSupportedException();

    ICommands IHost.Commands => throw new NotSupportedException();

    IStreams IHost.Streams => Streams;

    IState IHost.State => throw new NotSupportedException();

    IHttp IHost.Http => Http ?? throw new NotSupportedException("The test gives no way out.");

    IMail IHost.Mail => throw new NotSupportedException("Neither plugin has a way out.");

    IContext IHost.Context => throw new NotSupportedException();
}
