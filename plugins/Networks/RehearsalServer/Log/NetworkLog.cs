namespace PluginHost.RehearsalServer;

/// <summary>
/// Reads a network's log, while the network runs or after: what was published, refused for good, and whose answers never came. It is the truth that
/// others are held against.
/// </summary>
public sealed class NetworkLog
{
    private NetworkLog(IReadOnlyList<LogLine> lines)
    {
        var byRequest = new Dictionary<long, LogLine>();
        var open = new Dictionary<long, LogLine>();
        var published = new List<PublishedPost>();
        var refused = new List<RefusedPost>();
        var lost = new Dictionary<long, LostAnswer>();
        foreach (var line in lines)
        {
            if (line.What == LogLine.Arrived)
                byRequest[line.Request] = open[line.Request] = line;
            else
                open.Remove(line.Request);

            if (line.What == LogLine.Published)
                published.Add(PublishedPost.Of(line));

            if (line is { What: LogLine.Refused, ForGood: true })
                refused.Add(RefusedPost.Of(line));

            if (LostAnswer.Of(line, byRequest.GetValueOrDefault(line.Request)) is { } answer)
                lost[answer.Request] = answer;
        }

        foreach (var arrived in open.Values)
            lost[arrived.Request] = LostAnswer.Open(arrived);

        Lines = lines;
        Published = published;
        Refused = refused;
        LostAnswers = [.. lost.Values];
    }

    /// <summary>All lines, oldest first.</summary>
    public IReadOnlyList<LogLine> Lines { get; }

    /// <summary>What stands on the network, each as often as it stands there.</summary>
    public IReadOnlyList<PublishedPost> Published { get; }

    /// <summary>What was refused and will be refused again. A duplicate on X is not here: it says that something is there.</summary>
    public IReadOnlyList<RefusedPost> Refused { get; }

    /// <summary>
    /// The requests whose answer did not say what had become of them: late, lost, cut, or a fault of the server. A request is here once. Those that the
    /// network has not decided about are here too: they are still lying there, or it was killed before it did.
    /// </summary>
    public IReadOnlyList<LostAnswer> LostAnswers { get; }

    /// <summary>Reads the log as far as it is written.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The log.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static NetworkLog Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return new NetworkLog(LogFile.Read(file, out _));
    }
}
