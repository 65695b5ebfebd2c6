namespace PluginHost.Engine.Scripting;

/// <summary>The kinds of entries, as they are stored.</summary>
internal static class JournalKinds
{
    public const string Effect = "effect";
    public const string Answer = "answer";
    private const string Reading = "read";

    public static string TextOf(JournalKind kind) => kind switch
    {
        JournalKind.Effect => Effect,
        JournalKind.Answer => Answer,
        _ => Reading,
    };

    public static JournalKind Read(string text) => text switch
    {
        Effect => JournalKind.Effect,
        Answer => JournalKind.Answer,
        _ => JournalKind.Read,
    };
}
