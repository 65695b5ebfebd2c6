namespace PluginHost.Engine.Plugins.Crashes;

/// <summary>
/// What the runtime wrote when it ended a process: what happened, and the frames of the thread on which it did. A frame names a type and a method, and no assembly.
/// </summary>
internal sealed record Wreck
{
    private const string Frame = "   at ";
    private const int MostLines = 12;
    private const int MostOfLine = 300;

    /// <summary>What happened: the text before the frames, in one line.</summary>
    public required string What { get; init; }

    /// <summary>The frames, innermost first.</summary>
    public required IReadOnlyList<string> Frames { get; init; }

    /// <summary>The first lines, for people.</summary>
    public required string Head { get; init; }

    /// <summary>Whether the thread was one that ran a guest.</summary>
    public bool IsOfGuest => Frames.Any(frame => frame.Contains(typeof(Running.SerialContext).FullName!, StringComparison.Ordinal));

    public static Wreck Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var before = lines.TakeWhile(line => !line.StartsWith(Frame, StringComparison.Ordinal) && !line.StartsWith('-') && !line.StartsWith("Repeat", StringComparison.Ordinal));
        return new Wreck
        {
            What = Cut(string.Join(' ', before.Select(line => line.Trim()))),
            Frames = [.. lines.Where(line => line.StartsWith(Frame, StringComparison.Ordinal)).Select(line => Cut(line[Frame.Length..]))],
            Head = string.Join('\n', lines.Take(MostLines).Select(Cut)),
        };
    }

    /// <summary>The frames that lie in one of some types, innermost first.</summary>
    public IEnumerable<string> In(IReadOnlySet<string> types) => Frames.Where(frame => TypesAround(frame).Any(types.Contains));

    // Guest+<UseAsync>d__0.MoveNext(), Acme.Notes`1[[System.__Canon, …]].Say(Int32), Guest..ctor(): whatever stands before a dot may be the type.
    private static IEnumerable<string> TypesAround(string frame)
    {
        var name = frame[..(frame.IndexOfAny(['(', '[']) is >= 0 and var end ? end : frame.Length)].Replace('+', '.');
        yield return name;
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
            yield return name[..dot];
    }

    private static string Cut(string text) => text.Length <= MostOfLine ? text : text[..MostOfLine] + "…";
}
