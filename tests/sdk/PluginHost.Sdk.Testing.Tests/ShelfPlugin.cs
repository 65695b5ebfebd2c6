using System.Net;
using PluginHost.Campaigns;

namespace PluginHost.Sdk.Testing.Tests;

/// <summary>A plugin that does a little of everything, for tests of the host that plugins are tested with.</summary>
[Setting("every", SettingKind.Duration, "How often it dusts.", Default = "1h")]
[Setting("rooms", SettingKind.List, "Where shelves are.")]
[StatusItem("shelf.count", "How many books there are")]
[ContextKey("shelf.full", "true where nothing fits")]
public sealed class ShelfPlugin : Plugin
{
    private int _dusted;

    public override Task ActivateAsync(IHost host, CancellationToken cancel)
    {
        host.Jobs.Every(host.Settings.Duration("every"), async token =>
        {
            await host.State.AppendAsync("dust", new Book { Title = $"{++_dusted}", At = host.Clock.GetUtcNow() }, token);
        });
        return Task.CompletedTask;
    }

    [Command("shelf.add", "Shelf: Add")]
    public async Task<int> AddAsync(IHost host, [Asks("Which book?")] string title, [Asks("How many?", Default = "1")] int count, CancellationToken cancel)
    {
        for (var i = 0; i < count; i++)
            await host.State.AppendAsync("books", new Book { Title = title, At = host.Clock.GetUtcNow() }, cancel);

        var all = (await host.State.ReadAsync<Book>("books", cancel)).Count;
        host.Status.Set("shelf.count", $"{all} books");
        host.Context.Set("shelf.full", all > 2);
        host.Views.Refresh("shelf.list");
        host.Output.Write(Severity.Information, $"{title} came.");
        return all;
    }

    [Command("shelf.sort", "Shelf: Sort")]
    public Task<string> SortAsync([Asks("By what?", Choices = ["title", "time"])] string by) => Task.FromResult(by);

    [Command("shelf.price", "Shelf: Price")]
    public async Task<string> PriceAsync(IHost host, string method, CancellationToken cancel)
    {
        using var answer = await host.Http.For(new HttpAccount { Name = "@shelf", Patience = TimeSpan.FromSeconds(10) })
            .SendAsync(new HttpRequestMessage(new HttpMethod(method), "https://books.example/price"), cancel);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancel)}";
    }

    [Command("shelf.hear", "Shelf: Hear")]
    public async Task<string> HearAsync(IHost host, CancellationToken cancel)
    {
        await using var socket = await host.Http.ConnectAsync(new HttpRequestMessage(HttpMethod.Get, "wss://books.example/news"), cancel);
        await socket.SendAsync("hello", cancel);
        return await socket.ReceiveAsync(cancel) is { } message ? System.Text.Encoding.UTF8.GetString(message.Span) : "good-bye";
    }

    [Command("shelf.clear", "Shelf: Clear")]
    public async Task<bool> ClearAsync(IHost host, CancellationToken cancel)
    {
        if (!await host.Ask.ForConfirmAsync("Throw all books away?", cancel))
            return false;

        await host.State.ReplaceAsync<Book>("books", [], cancel);
        return true;
    }

    [Command("shelf.ask", "Shelf: Ask, and swallow whatever comes of it")]
    public async Task<string> SwallowAsync(IHost host, CancellationToken cancel)
    {
        try
        {
            return await host.Ask.ForTextAsync("Who reads this?", cancel) ?? "nobody";
        }
        catch (Exception)
        {
            return "swallowed";
        }
    }

    [Command("shelf.dusted", "Shelf: Dusted")]
    public async Task<Table> DustedAsync(IHost host, CancellationToken cancel) =>
        Table.Of(await host.State.ReadAsync<Book>("dust", cancel), book => book.Title, book => book.At);

    [Command("shelf.look", "Shelf: Look up")]
    public async Task<string> LookAsync(IHost host, [Asks("Which?")] string title, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://books.example/find") { Content = new StringContent(title) };
        using var answer = await host.Http.SendAsync(request, cancel);
        return answer.StatusCode == HttpStatusCode.NotFound ? "not there" : await answer.Content.ReadAsStringAsync(cancel);
    }

    [Command("shelf.tell", "Shelf: Tell")]
    public async Task TellAsync(IHost host, CancellationToken cancel) =>
        await host.Mail.SendAsync(new Mail { To = ["kari@example.org"], Subject = "Books", Text = await host.Workspace.ReadTextAsync("books.txt", cancel) }, cancel);

    [Command("shelf.count", "Shelf: Count")]
    public Task<int> CountAsync(IHost host, CancellationToken cancel) => host.Jobs.RunAsync(
        "Counting books",
        job =>
        {
            job.Report(1, "done");
            return Task.FromResult(3);
        },
        cancel);

    [Command("shelf.wait", "Shelf: Wait")]
    public async Task<string> WaitAsync(IHost host, [Asks("How long?", Default = "20s")] TimeSpan time, CancellationToken cancel)
    {
        await Task.Delay(time, host.Clock, cancel);
        return "waited";
    }

    [Command("shelf.break", "Shelf: Break")]
    public void Break() => throw new InvalidOperationException("The shelf broke.");

    [Command("shelf.id", "Shelf: Identity")]
    public string Identity(IHost host) => $"{host.Random.NewId()}";

    [Command("shelf.join", "Shelf: Join the library")]
    public async Task<string> JoinAsync(IHost host, CancellationToken cancel)
    {
        if (await host.Ask.ForSecretAsync("The number of your card?", cancel) is not { } number)
            return "no card";

        var back = await host.Ask.ForPageAsync("Confirm the card.", to => Task.FromResult(new Uri($"https://library.example/confirm?back={to}")), cancel);
        if (back is null)
            return "not confirmed";

        await host.Secrets.WriteAsync("card", number, cancel);
        return await host.Secrets.RenewAsync("card", kept => Task.FromResult<string?>($"{kept}{back.Query}"), cancel) ?? "";
    }

    [View("shelf.list", "Shelf", Area.Sidebar, Welcome = "No books.")]
    public async Task<Tree> ListAsync(IHost host, CancellationToken cancel) => Tree.Of(await host.State.ReadAsync<Book>("books", cancel), book => book.Title);

    [View("shelf.rooms", "Rooms", Area.Panel)]
    public Table Rooms(IHost host) => Table.Of(host.Settings.List("rooms"), ("room", room => room));

    [BackgroundService("shelf.keeper", "Keeps the shelf")]
    public async Task KeepAsync(IHost host, CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(TimeSpan.FromMinutes(10), host.Clock, cancel);
            host.Output.Write(Severity.Warning, "Nobody came.");
        }
    }

    [Check("shelf.stands", "Whether the shelf stands")]
    public IReadOnlyList<CheckProblem> Check(IHost host) =>
        host.Settings.List("rooms").Count > 0 ? [] : [new CheckProblem { Message = "There is no room for a shelf. Name one under rooms." }];

    [Linter("shelf.shouting", "Shouting", Severity.Warning)]
    public Linter Shouting() => new ShoutingLinter();
}
