using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PluginHost.RehearsalServer;

/// <summary>
/// Where requests come in. It draws what goes wrong with each, and keeps what is promised: nothing is carried out later than lands-within after it was
/// sent, and whatever has happened is in the log before anybody is told.
/// </summary>
internal sealed class Door(
    Manner manner, Memory memory, Tokens tokens, Limits limits, long seed, TimeProvider clock, CancellationToken stopping)
{
    // Clocks that differ by more than this are not the same clock.
    private static readonly TimeSpan SameClock = TimeSpan.FromMinutes(1);

    public async Task GiveTokenAsync(HttpContext context)
    {
        using var body = await BodyAsync(context.Request);
        var handle = body?.RootElement.TryGetProperty("handle", out var given) == true ? given.GetString() : null;
        var reply = string.IsNullOrEmpty(handle)
            ? manner.Refused("a token is for a handle: {\"handle\": \"telco\"}")
            : new Reply { Status = 200, Body = new JsonObject { ["token"] = tokens.Give(handle) } };
        await reply.WriteAsync(context);
    }

    public async Task TakeAsync(HttpContext context)
    {
        if (await TroublesOfAsync(context) is not { } troubles)
            return;

        using var body = await BodyAsync(context.Request);
        Sending sending;
        try
        {
            sending = manner.Read(body?.RootElement ?? throw new FormatException("InvalidRequest: the body is no JSON"), context.Request);
        }
        catch (FormatException error)
        {
            await manner.Refused(error.Message).WriteAsync(context);
            return;
        }

        // A request may have waited in a queue before it was seen here. Where both clocks are one, the time counts from when it left.
        var now = clock.GetUtcNow();
        var began = troubles.SentAt is { } sent && sent < now && now - sent < SameClock ? sent : now;
        var token = Tokens.Of(context.Request);
        var arrival = memory.Arrive(manner.Name, Tokens.HandleOf(token), sending, began + troubles.LandsWithin);
        var dice = new Dice(seed, arrival.Account, arrival.Identity, arrival.Time);
        var fate = Fate.Draw(dice, troubles, began + troubles.Patience - now, arrival.Last - now);

        // Where an answer is meant to come, the log says when nobody is there to hear it. Where none is, it says so anyway.
        var isAnswered = fate.Answer is Answers.Given or Answers.Slow;
        using var leaving = isAnswered
            ? context.RequestAborted.UnsafeRegister(_ => memory.End(arrival, LogLine.Gone, "the client has left"), null)
            : default;
        if (await JudgeAsync(arrival, fate, troubles, dice, token) is { } reply)
        {
            await reply.WriteAsync(context);
            return;
        }

        // It is the network that leaves.
        leaving.Dispose();
        context.Abort();
    }

    public async Task AnswerQuestionAsync(HttpContext context)
    {
        if (await TroublesOfAsync(context) is not { } troubles)
            return;

        var token = Tokens.Of(context.Request);
        var handle = Tokens.HandleOf(token);
        var about = context.Request.QueryString.Value ?? "";
        var (found, time) = memory.Look(manner.Name, handle, about, account => (manner.Find(account, context.Request), account.Count("?" + about)));
        var dice = new Dice(seed, $"{manner.Name}/{handle}", "?" + about, time);

        // What is lost or late of an answer to a question, nobody needs to know again: the troubles of sends are not for it.
        var fate = Fate.Draw(dice, troubles with { Late = 0, Lost = 0 }, troubles.Patience, troubles.LandsWithin);
        var reply = found;
        if (fate.Expired || !tokens.IsGood(token))
            reply = Expire(token);
        else if (fate.Limited)
            reply = manner.Limited(Allowance(handle, troubles).UsedUpUntil(clock.GetUtcNow()), dice);
        else if (fate.BrokenBefore || fate.Answer is Answers.Broken or Answers.Errors)
            reply = manner.Broken();

        await Task.Delay(fate.LiesFor, clock, stopping);
        await reply.WriteAsync(context);
    }

    // Null: no answer.
    private async Task<Reply?> JudgeAsync(Arrival arrival, Fate fate, Troubles troubles, Dice dice, string token)
    {
        if (fate.Expired || !tokens.IsGood(token))
        {
            memory.End(arrival, LogLine.Refused, "the token has expired");
            return Expire(token);
        }

        var allowance = Allowance(arrival.Profile, troubles);
        if (fate.Limited || !allowance.Fits)
        {
            memory.End(arrival, LogLine.Refused, "too many requests");
            return manner.Limited(allowance.Fits ? allowance.UsedUpUntil(clock.GetUtcNow()) : allowance, dice);
        }

        if (fate.BrokenBefore)
        {
            memory.End(arrival, LogLine.Failed, "a fault of the server before it was carried out");
            return manner.Broken();
        }

        var verdict = memory.Judge(arrival, (account, now) => OnArrival(arrival, account, now, troubles, dice), fate.Answer);
        if (verdict is Verdict.Publish)
        {
            await Task.Delay(fate.LiesFor, clock, stopping);
            verdict = memory.Publish(
                arrival, (account, now) => manner.OnPublishing(arrival, account, now), number => manner.RemoteId(arrival, number), fate.Answer);
        }

        return verdict switch
        {
            Verdict.Refuse refusal => refusal.Reply,
            Verdict.Muddle muddle => muddle.Reply,
            Verdict.Done done => AnswerTo(done.Post, isNew: true, fate, dice, allowance),
            Verdict.Known known => AnswerTo(known.Post, isNew: false, fate, dice, allowance),
            _ => null,
        };
    }

    private Verdict OnArrival(Arrival arrival, Account account, DateTimeOffset now, Troubles troubles, Dice dice) =>
        manner.Fault(arrival.Sending) is { } fault
            ? new Verdict.Refuse(manner.Refused(fault), fault, ForGood: true)
            : manner.OnArrival(arrival, account, now, troubles, dice);

    private Reply? AnswerTo(StoredPost post, bool isNew, Fate fate, Dice dice, Allowance allowance) => fate.Answer switch
    {
        Answers.Late or Answers.Lost => null,
        Answers.Broken => manner.Broken(),
        Answers.Errors => manner.Stumbled(post, dice),
        _ => manner.Given(post, isNew) with { Headers = manner.HeadersOf(allowance) },
    };

    private Reply Expire(string token)
    {
        tokens.Expire(token);
        return manner.Expired();
    }

    private Allowance Allowance(string handle, Troubles troubles) =>
        limits.Take($"{manner.Name}/{handle}", manner.Window, manner.Cost, troubles.Allowance);

    private async Task<Troubles?> TroublesOfAsync(HttpContext context)
    {
        if (Troubles.Parse(context.Request.Headers[Troubles.Header].ToString(), out var problem) is { } troubles)
            return troubles;

        await manner.Refused(problem).WriteAsync(context);
        return null;
    }

    private static async Task<JsonDocument?> BodyAsync(HttpRequest request)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
