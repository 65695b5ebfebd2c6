using System.Net.Sockets;
using System.Text;
using PluginHost.Engine.Asking;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Asking;

/// <summary>The page on this machine that a browser is led back to, asked by hand: browsers of strangers are not well-behaved.</summary>
public sealed class PageVisitTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private readonly FakeClock _clock = new();
    private readonly List<Uri> _opened = [];

    [Fact]
    public async Task Should_Refuse_Everything_But_The_Path_Under_The_Right_Name()
    {
        using var page = ReturnPage.Open(_clock);
        using var end = new CancellationTokenSource();
        var coming = page.WaitAsync(end.Token);
        var path = page.Address.AbsolutePath;
        var host = page.Address.Authority;

        (await AskAsync(page, $"GET / HTTP/1.1\r\nHost: {host}\r\n\r\n")).ShouldStartWith("HTTP/1.1 404");
        (await AskAsync(page, $"GET {path}x?code=1 HTTP/1.1\r\nHost: {host}\r\n\r\n")).ShouldStartWith("HTTP/1.1 404");
        (await AskAsync(page, $"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n")).ShouldStartWith("HTTP/1.1 404");
        (await AskAsync(page, $"GET {path}?code=1 HTTP/1.1\r\nHost: stranger.example:{page.Address.Port}\r\n\r\n")).ShouldStartWith("HTTP/1.1 404");
        (await AskAsync(page, $"GET {path}?code=1 HTTP/1.1\r\nHost: localhost:{page.Address.Port}\r\n\r\n")).ShouldStartWith("HTTP/1.1 404");
        (await AskAsync(page, $"GET {path}?code=1 HTTP/1.1\r\n\r\n")).ShouldStartWith("HTTP/1.1 404");
        (await AskAsync(page, $"GET {path}?code=1 HTTP/1.1\r\nHost: {host}\r\nHost: stranger.example\r\n\r\n")).ShouldStartWith("HTTP/1.1 404");
        (await AskAsync(page, $"GET http://stranger.example{path} HTTP/1.1\r\nHost: {host}\r\n\r\n")).ShouldStartWith("HTTP/1.1 404");

        coming.IsCompleted.ShouldBeFalse();
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(coming);
    }

    [Fact]
    public async Task Should_Take_The_Query_And_Tell_The_Person_To_Close_The_Page_While_Another_Connection_Says_Nothing()
    {
        using var page = ReturnPage.Open(_clock);
        var coming = page.WaitAsync(Cancel);
        using var idle = new TcpClient();
        await idle.ConnectAsync("127.0.0.1", page.Address.Port, Cancel);

        var answer = await AskAsync(page, $"GET {page.Address.AbsolutePath}?code=a%20b&state=%C3%B8 HTTP/1.1\r\nhost: {page.Address.Authority}\r\nAccept: */*\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 200 OK");
        answer.ShouldContain("You can close this page");
        (await coming).AbsoluteUri.ShouldBe($"{page.Address}?code=a%20b&state=%C3%B8");
    }

    [Fact]
    public async Task Should_Take_The_Query_Of_A_Browser_That_Hangs_Up_Before_It_Is_Answered()
    {
        using var page = ReturnPage.Open(_clock);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync("127.0.0.1", page.Address.Port, Cancel);
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"GET {page.Address.AbsolutePath}?code=1 HTTP/1.1\r\nHost: {page.Address.Authority}\r\n\r\n"), Cancel);
        }

        // When: it is taken only now, so that the answer finds nobody.
        var coming = page.WaitAsync(Cancel);

        (await coming.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancel)).Query.ShouldBe("?code=1");
    }

    [Fact]
    public void Should_Be_At_Another_Place_Each_Time()
    {
        using var one = ReturnPage.Open(_clock);
        using var other = ReturnPage.Open(_clock);

        one.Address.Host.ShouldBe("127.0.0.1");
        one.Address.AbsolutePath.Length.ShouldBeGreaterThan(32);
        one.Address.AbsolutePath.ShouldNotBe(other.Address.AbsolutePath);
    }

    [Fact]
    public async Task Should_Open_The_Page_Show_It_And_Give_What_It_Leads_Back_To()
    {
        Uri? back = null;
        var shown = new TaskCompletionSource<Uri>();
        var visit = Visit.MakeAsync(
            to =>
            {
                back = to;
                return Task.FromResult(new Uri("https://network.example/authorize"));
            },
            (page, end) =>
            {
                shown.SetResult(page);
                return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
            },
            Cancel);
        (await shown.Task).Host.ShouldBe("network.example");

        await AskAsync(back!, $"GET {back!.AbsolutePath}?code=1 HTTP/1.1\r\nHost: {back.Authority}\r\n\r\n");

        (await visit)!.Query.ShouldBe("?code=1");
        _opened.ShouldHaveSingleItem().Host.ShouldBe("network.example");
    }

    [Fact]
    public async Task Should_Give_Nothing_When_The_Person_Leaves() =>
        (await Visit.MakeAsync(Page, (_, _) => Task.CompletedTask, Cancel)).ShouldBeNull();

    [Fact]
    public async Task Should_End_After_Ten_Minutes_And_Say_What_To_Do()
    {
        var visit = Visit.MakeAsync(Page, (_, end) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end), Cancel);
        await _clock.WaitForTimerAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(9));
        visit.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromMinutes(1));

        (await Should.ThrowAsync<PluginHostException>(visit)).Message.ShouldStartWith("Nobody came back from network.example within 10 minutes.");
    }

    [Fact]
    public async Task Should_Open_Nothing_That_Is_No_Page()
    {
        (await Should.ThrowAsync<PluginHostException>(Visit.MakeAsync(_ => Task.FromResult(new Uri("file:///etc/passwd")), (_, _) => Task.CompletedTask, Cancel)))
            .Message.ShouldContain("file: is no page");
        _opened.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Be_Taken_Back()
    {
        using var taken = new CancellationTokenSource();
        var visit = Visit.MakeAsync(Page, (_, end) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end), taken.Token);

        await taken.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(visit);
    }

    private PageVisit Visit => new(_clock, _opened.Add);

    private static Task<Uri> Page(Uri back) => Task.FromResult(new Uri("https://network.example/authorize"));

    private static Task<string> AskAsync(ReturnPage page, string request) => AskAsync(page.Address, request);

    private static async Task<string> AskAsync(Uri address, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", address.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }
}
