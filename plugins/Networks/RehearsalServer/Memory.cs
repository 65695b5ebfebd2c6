namespace PluginHost.RehearsalServer;

/// <summary>
/// What the network knows, and its log: nothing is known that is not in the log, and nothing is answered before its line has left the process. One
/// lock: a verdict and what follows from it are one step.
/// </summary>
internal sealed class Memory : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly LogFile _log;
    private long _requests;
    private long _posts;

    private Memory(LogFile log, TimeProvider clock)
    {
        _log = log;
        _clock = clock;
    }

    public static Memory Open(string file, TimeProvider clock)
    {
        var log = LogFile.Open(file, out var lines);
        var memory = new Memory(log, clock);
        foreach (var line in lines)
            memory.Restore(line);

        return memory;
    }

    /// <summary>Writes down that something has come.</summary>
    public Arrival Arrive(string like, string profile, Sending sending, DateTimeOffset last)
    {
        lock (_gate)
        {
            var arrival = new Arrival { Request = ++_requests, Like = like, Profile = profile, Sending = sending, Time = 0, Last = last };
            arrival = arrival with { Time = Of(arrival.Account).Count(arrival.Identity) };
            Write(Line(arrival, LogLine.Arrived) with { Text = sending.Text, Record = sending.Record });
            return arrival;
        }
    }

    /// <summary>Judges, and writes down what is refused or known. What is to be published is not yet.</summary>
    public Verdict Judge(Arrival arrival, Func<Account, DateTimeOffset, Verdict> judge, string answer)
    {
        lock (_gate)
            return WriteDown(arrival, judge(Of(arrival.Account), _clock.GetUtcNow()), answer);
    }

    /// <summary>Judges and publishes in one step. Null where it is too late: nobody may be surprised by it any more.</summary>
    public Verdict? Publish(Arrival arrival, Func<Account, DateTimeOffset, Verdict> judge, Func<long, string> remoteId, string answer)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (now > arrival.Last)
            {
                Write(Line(arrival, LogLine.Dropped) with { Reason = "it came too late to be carried out" });
                return null;
            }

            var account = Of(arrival.Account);
            var verdict = WriteDown(arrival, judge(account, now), answer);
            if (verdict is not Verdict.Publish)
                return verdict;

            var line = Line(arrival, LogLine.Published) with
            {
                At = now,
                Text = arrival.Sending.Text,
                Record = arrival.Sending.Record,
                InReplyTo = arrival.Sending.InReplyTo,
                RemoteId = remoteId(++_posts),
                Answer = answer,
            };
            Write(line);
            var post = PostOf(line);
            account.Add(post);
            return new Verdict.Done(post);
        }
    }

    /// <summary>Writes down a request that ends without a verdict.</summary>
    public void End(Arrival arrival, string what, string reason)
    {
        lock (_gate)
            Write(Line(arrival, what) with { Reason = reason, ForGood = what == LogLine.Refused ? false : null });
    }

    /// <summary>Looks, and writes down that somebody has.</summary>
    public T Look<T>(string like, string profile, string about, Func<Account, T> look)
    {
        lock (_gate)
        {
            Write(new LogLine { At = _clock.GetUtcNow(), What = LogLine.Asked, Request = ++_requests, Like = like, Profile = profile, Key = about });
            return look(Of($"{like}/{profile}"));
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _log.Dispose();
    }

    private Verdict WriteDown(Arrival arrival, Verdict verdict, string answer)
    {
        if (verdict is Verdict.Refuse refusal)
            Write(Line(arrival, LogLine.Refused) with { Text = arrival.Sending.Text, Reason = refusal.Reason, ForGood = refusal.ForGood });
        else if (verdict is Verdict.Muddle muddle)
            Write(Line(arrival, LogLine.Refused) with { Text = arrival.Sending.Text, Reason = muddle.Reason, ForGood = false, Answer = muddle.Answer });
        else if (verdict is Verdict.Known known)
            Write(Line(arrival, LogLine.Repeated) with { RemoteId = known.Post.RemoteId, Answer = answer });

        return verdict;
    }

    private void Restore(LogLine line)
    {
        _requests = Math.Max(_requests, line.Request);
        if (line.What == LogLine.Published)
        {
            _posts++;
            Of($"{line.Like}/{line.Profile}").Add(PostOf(line));
        }
        else if (line.What == LogLine.Arrived)
        {
            Of($"{line.Like}/{line.Profile}").Count(line.Key is { Length: > 0 } key ? key : line.Text ?? "");
        }
    }

    private Account Of(string account)
    {
        if (!_accounts.TryGetValue(account, out var known))
            _accounts[account] = known = new Account();

        return known;
    }

    private void Write(LogLine line) => _log.Write(line);

    private LogLine Line(Arrival arrival, string what) => new()
    {
        At = _clock.GetUtcNow(),
        What = what,
        Request = arrival.Request,
        Like = arrival.Like,
        Profile = arrival.Profile,
        Key = arrival.Sending.Key,
    };

    private static StoredPost PostOf(LogLine line) => new()
    {
        RemoteId = line.RemoteId ?? "",
        Profile = line.Profile,
        Text = line.Text ?? "",
        Key = line.Key,
        Record = line.Record,
        InReplyTo = line.InReplyTo,
        At = line.At,
    };
}
