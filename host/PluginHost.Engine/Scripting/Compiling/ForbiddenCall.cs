namespace PluginHost.Engine.Scripting;

/// <summary>A way past the host that scripts do not take, and the one that they take instead.</summary>
/// <param name="Id">The error's id.</param>
/// <param name="Type">The full name of the type.</param>
/// <param name="Members">Its members; none: all that are static, and its constructors.</param>
/// <param name="Instead">What to write instead, and why.</param>
internal sealed record ForbiddenCall(string Id, string Type, string[] Members, string Instead)
{
    /// <summary>How a constructor is called among the members.</summary>
    public const string Constructor = ".ctor";

    private const string Wait =
        "Use \"await Wait(Seconds(5))\" or \"await Wait(Today.At(\\\"18:00\\\"))\": it ends when the run is stopped, a run that is resumed waits only for "
        + "what is left, and a rehearsal does not wait at all.";

    private const string Now = "Use Now, or Today for the day: they are in the workspace's time zone, and a run that is resumed or rehearsed reads the same again.";

    private const string Chance = "Use Random, as in Random.Pick(names) or Random.Next(1, 7): a run that is resumed or rehearsed draws the same again.";

    private const string Ask = "Use \"await Ask.ForText(question)\": the answer comes from whoever runs the script, and is not asked for again when the run is resumed.";

    private const string Say = "Use Say(text), or Notify(text) for what must not be missed: the screen belongs to the program, which may show it anywhere.";

    private const string End = "Use Stop(reason): it ends the script and leaves the program running, with all else that is under way.";

    private const string Web =
        "Scripts have no way to the web of their own yet: what it answers could not be replayed when a run is resumed, nor rehearsed. Let a plugin ask by IHost.Http, "
        + "offer it as a command, and call Run(\"command\").";

    private const string Files =
        "A run that is resumed does this again, and a rehearsal really does it. Csv.Read, Yaml.Read and Csv.Write are kept in the journal; for other files there is no other way yet.";

    /// <summary>The id under which files are warned of.</summary>
    public const string FilesId = "PH1011";

    public static IReadOnlyList<ForbiddenCall> All { get; } =
    [
        new("PH1005", "System.Threading.Tasks.Task", ["Delay"], Wait),
        new("PH1005", "System.Threading.Thread", ["Sleep"], Wait),
        new("PH1005", "System.Threading.PeriodicTimer", [Constructor], "Use \"await foreach (var now in Every(Minutes(10)))\": it ends when the run is stopped, and keeps its beat when it is resumed."),
        new("PH1006", "System.DateTime", ["Now", "UtcNow", "Today"], Now),
        new("PH1006", "System.DateTimeOffset", ["Now", "UtcNow"], Now),
        new("PH1006", "System.TimeProvider", ["System"], Now),
        new("PH1006", "System.Diagnostics.Stopwatch", [], "Use Now, and take the difference: a run that is resumed or rehearsed reads the same again."),
        new("PH1006", "System.Environment", ["TickCount", "TickCount64"], Now),
        new("PH1007", "System.Random", [], Chance),
        new("PH1007", "System.Guid", ["NewGuid", "CreateVersion7"], Chance),
        new("PH1007", "System.Security.Cryptography.RandomNumberGenerator", [], Chance),
        new("PH1008", "System.Console", ["ReadLine", "Read", "ReadKey", "In", "OpenStandardInput"], Ask),
        new("PH1008", "System.Console", [], Say),
        new("PH1009", "System.Environment", ["Exit", "FailFast"], End),
        new("PH1010", "System.Net.Http.HttpClient", [Constructor], Web),
        new(FilesId, "System.IO.File", [], Files),
        new(FilesId, "System.IO.Directory", [], Files),
        new(FilesId, "System.IO.FileStream", [Constructor], Files),
        new(FilesId, "System.IO.FileInfo", [Constructor], Files),
        new(FilesId, "System.IO.DirectoryInfo", [Constructor], Files),
    ];

    /// <summary>The first with a type of that name, whose namespace a script has not imported: importing it is not what helps.</summary>
    public static ForbiddenCall? FindByName(string name) =>
        All.FirstOrDefault(call => call.Id != FilesId && call.Type.EndsWith($".{name}", StringComparison.Ordinal));
}
