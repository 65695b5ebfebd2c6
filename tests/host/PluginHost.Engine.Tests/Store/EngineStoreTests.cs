using PluginHost.Engine.Store;
using PluginHost.Engine.Store.Sqlite;
using PluginHost.Engine.Tests.Fixtures;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Store;

public sealed class EngineStoreTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task Should_Keep_The_Workspace_In_The_Database_That_Its_File_Names()
    {
        await using var test = new TestStore(StoreDialect.Postgres);
        await using var workspace = new TestWorkspace().With("keeper", """
            using System.Threading;
            using System.Threading.Tasks;
            using PluginHost.Sdk;

            public sealed class Keeper : Plugin
            {
                private IHost _host;

                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    _host = host;
                    return Task.CompletedTask;
                }

                [Command("keeper.ask", "Which store it is")]
                public async Task<string> AskAsync(CancellationToken cancel) =>
                    _host.Store.Dialect + " " + (await _host.Store.ReadAsync($"select 1 + 1 as two", row => row.Integer("two"), cancel))[0];
            }
            """);

        // Given: the password stands in a file of the person's, as ~/.pgpass does.
        var passwords = workspace.Write("pgpass", $"*:*:*:postgres:{PostgresServer.Password}");
        workspace.Extra = $"store: {test.Place}?passfile={Uri.EscapeDataString(passwords)}";

        // Then
        (await workspace.DoAsync("keeper.ask")).ShouldBe("Postgres 2");
        (await workspace.Engine.CheckStoreAsync(Cancel))[0].ShouldStartWith($"The store answers: {test.Place} (PostgreSQL ");
        File.Exists(Path.Combine(workspace.Root, ".pluginhost", "store.db")).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_Not_Give_Up_An_Activation_That_Waits_For_The_Store()
    {
        // Given: another process is writing.
        await using var workspace = new TestWorkspace().With("keeper", """
            using System.Threading;
            using System.Threading.Tasks;
            using PluginHost.Sdk;

            public sealed class Keeper : Plugin
            {
                public override Task ActivateAsync(IHost host, CancellationToken cancel)
                {
                    var turn = host.Store.TransactAsync(_ => Task.FromResult(0), cancel);
                    host.Output.Write(Severity.Information, "it waits");
                    return turn;
                }

                [Command("keeper.ask", "Whether it is there")]
                public string Ask() => "yes";
            }
            """);
        var file = Path.Combine(workspace.Root, ".pluginhost", "store.db");
        await using var other = new WorkspaceStore(new SqliteDatabase(file, workspace.Clock, TimeSpan.FromSeconds(10)), workspace.Clock);
        var turn = await other.BeginAsync("other", Access.Host, Durability.Full, Cancel);
        var asking = workspace.DoAsync("keeper.ask");
        await workspace.UntilAsync(() => workspace.Engine.Output.Lines.Any(line => line.Text == "it waits"));

        // When
        workspace.Clock.Advance(TimeSpan.FromSeconds(11));
        await workspace.PauseAsync();
        await turn.DisposeAsync();

        // Then
        (await asking).ShouldBe((Value)"yes");
    }
}
