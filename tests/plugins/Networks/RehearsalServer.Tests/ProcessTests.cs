using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PluginHost.RehearsalServer.Tests;

/// <summary>The network in a process of its own.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly HttpClient _client = new();

    private string LogFile => Path.Combine(_folder.Path, "network.jsonl");

    [Fact]
    public async Task Should_Know_After_A_Kill_What_It_Had_Answered_Before()
    {
        // Given
        using var first = Start("--log", LogFile);
        var address = await AddressAsync(first);
        var published = await TweetAsync(address, "Hello");

        // When: nothing of it is asked.
        first.Kill();
        await first.WaitForExitAsync();
        using var second = Start("--log", LogFile, "--listen", "127.0.0.1:0", "--seed", "7");
        var again = await TweetAsync(await AddressAsync(second), "Hello");
        second.Kill();
        await second.WaitForExitAsync();

        // Then
        published.ShouldBe(201);
        again.ShouldBe(403);
        NetworkLog.Read(LogFile).Published.ShouldHaveSingleItem().Text.ShouldBe("Hello");
    }

    [Fact]
    public async Task Should_End_Cleanly_When_It_Is_Told_To()
    {
        using var process = Start("--log", LogFile);
        await AddressAsync(process);

        using var told = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(0);
        (await process.StandardError.ReadToEndAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--log is missing")]
    [InlineData("\"--listen nowhere\" is not understood", "--listen", "nowhere", "--log", "x")]
    [InlineData("\"--seed many\" is not understood", "--seed", "many")]
    [InlineData("\"--loud \" is not understood", "--loud")]
    public async Task Should_Say_How_It_Is_Called(string message, params string[] args)
    {
        using var process = Start(args);

        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(2);
        said.ShouldContain(message);
        said.ShouldContain("Usage: --log FILE");
    }

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    private static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PluginHost.RehearsalServer.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);

        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressAsync(Process process)
    {
        var line = await process.StandardOutput.ReadLineAsync();
        line.ShouldNotBeNull().ShouldMatch("^listening on http://127\\.0\\.0\\.1:[1-9][0-9]*$");
        return new Uri(line["listening on ".Length..]);
    }

    private async Task<int> TweetAsync(Uri address, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/x/2/tweets"));
        request.Headers.Add("Authorization", "Bearer telco~1");
        request.Content = new StringContent($$"""{"text":{{JsonSerializer.Serialize(text)}}}""", Encoding.UTF8, "application/json");
        using var response = await _client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
