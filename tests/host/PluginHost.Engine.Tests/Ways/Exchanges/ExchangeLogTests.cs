using PluginHost.Engine.Ways.Exchanges;

namespace PluginHost.Engine.Tests.Ways.Exchanges;

public sealed class ExchangeLogTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly TestFolder _folder = new();

    [Fact]
    public void Should_Read_Nothing_Where_Nobody_Asked() => new ExchangeLog(_folder.Path).Read().ShouldBeEmpty();

    [Fact]
    public void Should_Give_Back_What_Was_Noted_To_The_Next_Process()
    {
        var exchange = At(1) with
        {
            Status = 429,
            Error = "Rate Limit Exceeded",
            Attempt = 2,
            Took = TimeSpan.FromMilliseconds(12.5),
            Headers = new Dictionary<string, string> { ["ratelimit-reset"] = "1772445600", ["x-request-id"] = "7f1" },
        };

        new ExchangeLog(_folder.Path).Note(exchange);

        var read = new ExchangeLog(_folder.Path).Read().ShouldHaveSingleItem();
        read.Headers.ShouldBe(exchange.Headers);
        (read with { Headers = exchange.Headers }).ShouldBe(exchange);
    }

    [Fact]
    public void Should_Keep_The_Last_Fifty_Of_Each_Account()
    {
        var log = new ExchangeLog(_folder.Path);
        for (var i = 0; i < 230; i++)
            log.Note(At(i));

        log.Note(At(1000) with { Account = "@other" });

        var read = log.Read();
        read.Count(exchange => exchange.Account == "@acme").ShouldBe(50);
        read[0].At.ShouldBe(Start.AddSeconds(180));
        read[^1].Account.ShouldBe("@other");
        Lines().ShouldBeLessThan(110);
    }

    [Fact]
    public void Should_Leave_Out_A_Line_That_Is_Half_Written()
    {
        var log = new ExchangeLog(_folder.Path);
        log.Note(At(1));
        File.AppendAllText(Files()[0], "{\"plugin\":\"ac\n[]\n7\n{}\n");
        log.Note(At(2));

        log.Read().Select(exchange => exchange.At).ShouldBe([Start.AddSeconds(1), Start.AddSeconds(2)]);
    }

    [Fact]
    public void Should_Let_The_Request_Go_On_Where_Nothing_Can_Be_Written()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");

        Should.NotThrow(() => new ExchangeLog(Path.Combine(file, "data")).Note(At(1)));
    }

    public void Dispose() => _folder.Dispose();

    private static Exchange At(int second) => new()
    {
        Plugin = "acme",
        Account = "@acme",
        At = Start.AddSeconds(second),
        Method = "GET",
        Address = "https://example.org/",
        Status = 200,
    };

    private string[] Files() => Directory.GetFiles(Path.Combine(_folder.Path, "exchanges"));

    private int Lines() => Files().Sum(file => File.ReadLines(file).Count());
}
