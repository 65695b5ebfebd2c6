using System.Net;
using PluginHost.Campaigns;

namespace PluginHost.Bluesky.Tests;

public sealed class ThreadTests
{
    [Fact]
    public async Task Should_Publish_All_Of_It_With_One_Request()
    {
        await using var town = await Town.StartAsync();

        var sent = await town.PublishAsync(Thread(town, 3));

        town.Server.Asked.ShouldBe(["com.atproto.repo.applyWrites"]);
        sent.Rest.Select(part => part.RemoteId).Prepend(sent.RemoteId).ShouldBe(town.Server.Posts.Select(post => post.Uri));
        town.Server.Posts.Select(post => post.Text).ShouldBe(["Part 1", "Part 2", "Part 3"]);
    }

    [Fact]
    public async Task Should_Point_At_The_Parts_By_What_The_Server_Calls_Their_Content()
    {
        await using var town = await Town.StartAsync();

        await town.PublishAsync(Thread(town, 3));

        var posts = town.Server.Posts;
        for (var place = 1; place < posts.Count; place++)
        {
            var reply = posts[place].Value["reply"]!;
            reply["root"]!["cid"]!.GetValue<string>().ShouldBe(posts[0].Cid);
            reply["parent"]!["cid"]!.GetValue<string>().ShouldBe(posts[place - 1].Cid);
            reply["parent"]!["uri"]!.GetValue<string>().ShouldBe(posts[place - 1].Uri);
        }
    }

    [Fact]
    public async Task Should_Be_Read_In_Its_Order()
    {
        await using var town = await Town.StartAsync();

        await town.PublishAsync(Thread(town, 3));

        town.Server.Posts.Select(post => post.Value["createdAt"]!.GetValue<string>())
            .ShouldBe(["2026-03-02T09:00:00.000Z", "2026-03-02T09:00:00.001Z", "2026-03-02T09:00:00.002Z"]);
    }

    [Fact]
    public async Task Should_Be_The_Same_Bytes_Where_A_Part_Is_Sent_Alone()
    {
        await using var town = await Town.StartAsync();
        var thread = Thread(town, 3) with { Media = [SendingTests.Picture("a", "One")] };
        var sent = await town.PublishAsync(thread);
        var before = town.Server.Posts.Select(post => post.Cid).ToList();
        var answers = new List<string>();
        town.Server.After = (method, answer) =>
        {
            if (method == "com.atproto.repo.putRecord")
                answers.Add(answer.Content.ReadAsStringAsync().Result);

            return answer;
        };

        var third = thread.Rest[1].Post with { InReplyTo = sent.Rest[0].RemoteId, ThreadRoot = sent.RemoteId };
        var again = await town.SendAsync(third, thread.Rest[1].Key);

        // The server had it, to the byte: it answers as to a success, and writes nothing.
        again.ShouldBeOfType<Sent>().RemoteId.ShouldBe(sent.Rest[1].RemoteId);
        answers.ShouldHaveSingleItem().ShouldNotContain("commit");
        town.Server.Posts.Select(post => post.Cid).ShouldBe(before);
    }

    [Fact]
    public async Task Should_Be_The_Same_Thread_Whether_It_Goes_At_Once_Or_Part_By_Part()
    {
        await using var town = await Town.StartAsync();
        await using var other = await Town.StartAsync();
        var (thread, key) = (Thread(town, 3), town.Key());
        await town.SendAsync(thread, key);

        var names = new List<string> { (await other.SendAsync(thread with { Rest = [] }, key)).ShouldBeOfType<Sent>().RemoteId };
        foreach (var part in thread.Rest)
        {
            var post = part.Post with { InReplyTo = names[^1], ThreadRoot = names[0] };
            names.Add((await other.SendAsync(post, part.Key)).ShouldBeOfType<Sent>().RemoteId);
        }

        other.Server.Posts.Select(post => post.Cid).ShouldBe(town.Server.Posts.Select(post => post.Cid));
    }

    [Fact]
    public async Task Should_Go_On_In_The_Thread_Of_Another_That_It_Answers()
    {
        await using var town = await Town.StartAsync();
        var question = town.Server.Say(town.Kari, "Tell me all");

        await town.PublishAsync(Thread(town, 2) with { InReplyTo = question.Uri });

        town.Server.Posts.Skip(1).Select(post => post.Value["reply"]!["root"]!["uri"]!.GetValue<string>()).ShouldAllBe(root => root == question.Uri);
    }

    [Fact]
    public async Task Should_Publish_Nothing_Twice_Where_The_Answer_Was_Lost()
    {
        await using var town = await Town.StartAsync();
        var (thread, key) = (Thread(town, 3), town.Key());
        town.Server.After = (method, answer) => method.EndsWith("applyWrites", StringComparison.Ordinal) ? throw new HttpRequestException("cut") : answer;
        (await town.SendAsync(thread, key)).ShouldBeOfType<UnknownOutcome>();
        town.Server.After = null;

        var found = (await town.Network.LookUp!.FindAsync(thread, key, thread.PlannedAt, CancellationToken.None)).ShouldBeOfType<Found>();
        var again = (await town.SendAsync(thread, key with { Attempt = 2 })).ShouldBeOfType<Sent>();

        found.Sent.Rest.Count.ShouldBe(2);
        again.Rest.Select(part => part.RemoteId).ShouldBe(found.Sent.Rest.Select(part => part.RemoteId));
        town.Server.Posts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Say_Which_Parts_Are_There_Where_One_Was_Taken_Away()
    {
        await using var town = await Town.StartAsync();
        var (thread, key) = (Thread(town, 3), town.Key());
        var sent = (await town.SendAsync(thread, key)).ShouldBeOfType<Sent>();
        town.Server.Remove(sent.Rest[1].RemoteId);

        var again = (await town.SendAsync(thread, key with { Attempt = 2 })).ShouldBeOfType<Sent>();

        again.Rest.ShouldHaveSingleItem().RemoteId.ShouldBe(sent.Rest[0].RemoteId);
    }

    [Fact]
    public async Task Should_Publish_One_Where_Two_Processes_Send_It_At_Once_And_The_Server_Says_No_To_One()
    {
        await using var town = await Town.StartAsync();
        var (thread, key) = (Thread(town, 3), town.Key());
        await town.SendAsync(thread, key);

        // The second has not seen the first: for it, it is the first attempt too.
        var second = (await town.SendAsync(thread, key)).ShouldBeOfType<Sent>();

        second.Rest.Count.ShouldBe(2);
        town.Server.Posts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Should_Renew_The_Session_In_The_Middle_And_Publish_Once()
    {
        await using var town = await Town.StartAsync();
        var isFirst = true;
        town.Server.Before = (method, _) =>
        {
            if (!isFirst || !method.EndsWith("applyWrites", StringComparison.Ordinal))
                return null;

            isFirst = false;
            town.Server.Tokens.Expire();
            return Said.No(HttpStatusCode.Unauthorized, "AuthenticationRequired", "Token has been revoked");
        };

        var sent = await town.PublishAsync(Thread(town, 3));

        sent.Rest.Count.ShouldBe(2);
        town.Server.Posts.Count.ShouldBe(3);
        town.Server.Asked.ShouldBe(["com.atproto.repo.applyWrites", "com.atproto.server.refreshSession", "com.atproto.repo.applyWrites"]);
    }

    [Fact]
    public async Task Should_Publish_None_Of_It_Where_One_Part_Is_Refused()
    {
        await using var town = await Town.StartAsync();
        town.Server.Before = (method, _) => method.EndsWith("applyWrites", StringComparison.Ordinal) ? Said.No(HttpStatusCode.BadRequest, "InvalidRequest", "Invalid record") : null;

        (await town.SendAsync(Thread(town, 3))).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain("Invalid record");

        town.Server.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Know_Where_The_Server_Broke_And_Has_Nothing()
    {
        await using var town = await Town.StartAsync();
        town.Server.Before = (method, _) => method.EndsWith("applyWrites", StringComparison.Ordinal) ? Said.No(HttpStatusCode.InternalServerError, "InternalServerError", "Internal Server Error") : null;

        (await town.SendAsync(Thread(town, 3))).ShouldBeOfType<UnknownOutcome>();
    }

    [Fact]
    public async Task Should_Refuse_More_Parts_Than_A_Server_Writes_At_Once()
    {
        await using var town = await Town.StartAsync();

        (await town.SendAsync(Thread(town, 201))).ShouldBeOfType<RefusedByNetwork>().Reason.ShouldContain("two threads");
        (await town.SendAsync(Thread(town, 200))).ShouldBeOfType<Sent>().Rest.Count.ShouldBe(199);
    }

    internal static Outgoing Thread(Town town, int parts) => town.Post("Part 1") with
    {
        Rest = [.. Enumerable.Range(2, parts - 1).Select(part => new OutgoingPart { Post = town.Post($"Part {part}"), Key = new SendKey { Value = $"part-{part}", Attempt = 1 } })],
    };
}
