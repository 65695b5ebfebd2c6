using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PluginHost.RehearsalServer;

/// <summary>The network on HTTP. Several may run in one process, each with a log of its own.</summary>
public sealed class NetworkServer : IAsyncDisposable
{
    // A request that waits for its late hour does not keep the process.
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;
    private readonly Memory _memory;

    private NetworkServer(WebApplication app, Memory memory)
    {
        _app = app;
        _memory = memory;
    }

    /// <summary>Where it listens, with its port.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Reads the log and begins to listen.</summary>
    /// <param name="options">Where.</param>
    /// <param name="clock">The network's own clock.</param>
    /// <param name="cancel">Cancels starting.</param>
    /// <returns>The network, listening.</returns>
    /// <exception cref="IOException">The log cannot be read or written, or the port is taken.</exception>
    public static async Task<NetworkServer> StartAsync(ServerOptions options, TimeProvider clock, CancellationToken cancel)
    {
        var memory = Memory.Open(options.LogFile, clock);
        try
        {
            var app = Build(options, memory, clock);
            await app.StartAsync(cancel);
            return new NetworkServer(app, memory);
        }
        catch
        {
            memory.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the process is told to end.</summary>
    /// <returns>A task that ends then.</returns>
    public Task WaitForEndAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _memory.Dispose();
    }

    private static WebApplication Build(ServerOptions options, Memory memory, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Listen);
        });
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = EndsWithin);
        var app = builder.Build();
        app.UseRouting();

        var tokens = new Tokens();
        var limits = new Limits(clock);
        foreach (Manner manner in new Manner[] { new BlueskyManner(), new MastodonManner(), new MastodonWithoutKeysManner(), new XManner() })
        {
            var door = new Door(manner, memory, tokens, limits, options.Seed, clock, app.Lifetime.ApplicationStopping);
            app.MapPost($"/{manner.Name}/token", door.GiveTokenAsync);
            app.MapPost($"/{manner.Name}{manner.SendPath}", door.TakeAsync);
            if (manner.AskPath is { } path)
                app.MapGet($"/{manner.Name}{path}", door.AnswerQuestionAsync);
        }

        return app;
    }
}
