using System.Text;
using PluginHost.Engine.Ways;
using PluginHost.Engine.Workspaces;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Ways;

public sealed class MailWayTests
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    private static readonly Mail Offer = new() { To = ["ada@example.org"], Subject = "Is til alle – søtt", Text = "Hei,\r\n.to kuler for én." };

    [Fact]
    public async Task Should_Send_Plain_Text()
    {
        await using var server = new FakeMailServer();

        await WayTo(server).SendAsync(Offer, Cancel);

        server.Commands.ShouldContain("MAIL FROM:<us@shop.example>");
        server.Commands.ShouldContain("RCPT TO:<ada@example.org>");
        var mail = server.Mails.ShouldHaveSingleItem();
        mail.ShouldContain("Subject: =?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes("Is til alle – søtt")));
        mail.ShouldContain("Content-Type: text/plain; charset=utf-8");
        Decode(mail).ShouldContain("Hei,\r\n.to kuler for én.");
        mail.ShouldNotContain("multipart");
    }

    [Fact]
    public async Task Should_Send_Html_Beside_The_Plain_Text_And_To_All()
    {
        await using var server = new FakeMailServer();

        await WayTo(server).SendAsync(Offer with { To = ["Ada <ada@example.org>", "kari@example.org"], Html = "<p>To kuler for én.</p>" }, Cancel);

        server.Commands.Count(command => command.StartsWith("RCPT TO", StringComparison.Ordinal)).ShouldBe(2);
        var mail = server.Mails.ShouldHaveSingleItem();
        mail.ShouldContain("multipart/alternative");
        mail.IndexOf("text/plain", StringComparison.Ordinal).ShouldBeInRange(1, mail.IndexOf("text/html", StringComparison.Ordinal));
        Decode(mail).ShouldContain("<p>To kuler for én.</p>");
    }

    [Fact]
    public async Task Should_Refuse_Without_The_Need()
    {
        var way = new MailWay(new Needs("acme.notes", ["network", "files"]), null, TimeProvider.System);

        (await Should.ThrowAsync<PluginHostException>(way.SendAsync(Offer, Cancel))).Message
            .ShouldBe("acme.notes uses mail without asking for it. Add mail to needs in its plugin.yaml.");
    }

    [Fact]
    public async Task Should_Say_What_To_Write_Where_No_Server_Is_Named()
    {
        var way = new MailWay(new Needs("press", ["mail"]), null, TimeProvider.System);

        (await Should.ThrowAsync<PluginHostException>(way.SendAsync(Offer, Cancel))).Message
            .ShouldBe("press cannot send mail: plugins.yaml names no server. Add mail: { server: smtp.example.org, port: 25, from: us@example.org } to it.");
    }

    [Fact]
    public async Task Should_Give_The_Servers_Words_When_It_Refuses_A_Recipient()
    {
        await using var server = new FakeMailServer { Answers = { ["RCPT TO:<ada"] = "550 5.1.1 nobody of that name" } };

        var error = await Should.ThrowAsync<PluginHostException>(WayTo(server).SendAsync(Offer, Cancel));

        error.Message.ShouldStartWith($"The mail server 127.0.0.1:{server.Entry.Port} did not take the mail \"Is til alle – søtt\" for ada@example.org: ");
        error.Message.ShouldContain("5.1.1 nobody of that name");
        error.Message.ShouldNotContain("The others");
        server.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Say_That_The_Others_Have_Got_It()
    {
        await using var server = new FakeMailServer { Answers = { ["RCPT TO:<ada"] = "550 nobody of that name" } };

        var error = await Should.ThrowAsync<PluginHostException>(WayTo(server).SendAsync(Offer with { To = ["ada@example.org", "kari@example.org"] }, Cancel));

        error.Message.ShouldEndWith("The others have got it: do not send it to them again.");
        server.Mails.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("MAIL FROM", "554 5.7.1 not from you")]
    [InlineData("DATA", "554 5.7.1 not from you")]
    public async Task Should_Give_The_Servers_Words_When_It_Refuses_The_Mail(string command, string answer)
    {
        await using var server = new FakeMailServer { Answers = { [command] = answer } };

        (await Should.ThrowAsync<PluginHostException>(WayTo(server).SendAsync(Offer, Cancel))).Message.ShouldContain("5.7.1 not from you");
    }

    [Fact]
    public async Task Should_Name_The_Server_When_Nobody_Listens()
    {
        MailEntry entry;
        await using (var gone = new FakeMailServer())
            entry = gone.Entry;

        var error = await Should.ThrowAsync<PluginHostException>(new MailWay(new Needs("press", ["mail"]), entry, TimeProvider.System).SendAsync(Offer, Cancel));

        error.Message.ShouldStartWith($"The mail server 127.0.0.1:{entry.Port} did not take the mail");
        error.Message.ShouldContain("refused");
    }

    [Theory]
    [InlineData("not an address", "Offer")]
    [InlineData("ada@example.org", "two\r\nBcc: everybody@example.org")]
    public async Task Should_Refuse_What_Is_No_Mail(string to, string subject)
    {
        await using var server = new FakeMailServer();

        await Should.ThrowAsync<WrongUseException>(WayTo(server).SendAsync(Offer with { To = [to], Subject = subject }, Cancel));
        await Should.ThrowAsync<WrongUseException>(WayTo(server).SendAsync(Offer with { To = [] }, Cancel));

        server.Commands.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Give_Up_By_The_Clock_And_Say_That_The_Outcome_Is_Not_Known()
    {
        await using var server = new FakeMailServer { IsSilent = true };
        var clock = new ManualClock();
        var sending = new MailWay(new Needs("press", ["mail"]), server.Entry, clock).SendAsync(Offer, Cancel);
        await server.Greeted.Task;

        clock.Advance(TimeSpan.FromSeconds(100));

        (await Should.ThrowAsync<PluginHostException>(sending)).Message.ShouldEndWith("Whether the mail \"Is til alle – søtt\" was sent is not known.");
    }

    [Fact]
    public async Task Should_Stop_When_Cancelled()
    {
        await using var server = new FakeMailServer { IsSilent = true };
        using var cancel = new CancellationTokenSource();
        var sending = WayTo(server).SendAsync(Offer, cancel.Token);
        await server.Greeted.Task;

        await cancel.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(sending)).CancellationToken.ShouldBe(cancel.Token);
    }

    private static MailWay WayTo(FakeMailServer server) => new(new Needs("press", ["mail"]), server.Entry, TimeProvider.System);

    // The bodies of all parts, out of base64 where they are in it.
    private static string Decode(string mail) => string.Concat(mail.Split("\n\n", StringSplitOptions.None).Concat(mail.Split("\r\n\r\n")).Select(part =>
    {
        var text = part.ReplaceLineEndings("");
        var end = text.IndexOf('-', StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : part;
    }));
}
