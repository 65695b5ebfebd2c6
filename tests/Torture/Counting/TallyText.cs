using System.Globalization;

namespace PluginHost.Torture.Counting;

/// <summary>Figures and verdict, as people read them.</summary>
internal static class TallyText
{
    private const int Shown = 20;

    public static IEnumerable<string> Of(int kills, Tally tally)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture, $"kills {kills}  posts {tally.Posts}  lost {tally.Lost}  twice {tally.Twice}  unknown {tally.Unknown}");
        yield return "";
        yield return Row("kind", "posts", "sent", "refused", "lost", "twice", "unknown", "held back", "killed inside", "lost answers", "timed out");
        foreach (var kind in tally.Kinds)
        {
            yield return Row(
                kind.Kind, Text(kind.Posts), Text(kind.Sent), Text(kind.RefusedForGood), Text(kind.Lost), Text(kind.Twice), Text(kind.Unknown), Text(kind.HeldBack),
                Text(kind.KilledInside), Text(kind.LostAnswers), Text(kind.TimedOut));
        }

        yield return "";
        foreach (var complaint in tally.Complaints.Take(Shown))
            yield return complaint;

        if (tally.Complaints.Count > Shown)
            yield return $"… and {tally.Complaints.Count - Shown} more.";

        yield return tally.Holds
            ? "It holds: nothing lost, nothing twice, and what is unknown has a reason to be."
            : "It does NOT hold.";
    }

    private static string Row(string name, params IEnumerable<string> cells) => $"{name,-22}{string.Concat(cells.Select(cell => cell.PadLeft(14)))}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
