using System.Globalization;
using System.Text;

namespace PluginHost.Workbench.Arranging;

/// <summary>Writes what the workbench remembers, as JSON.</summary>
internal static class RememberedText
{
    public static string Of(Remembered remembered)
    {
        var text = new StringBuilder();
        text.Append("{\n");
        Append(text, "theme", Quote(remembered.Theme));
        Append(text, "activity", Quote(remembered.Activity));
        Append(text, "side", Flag(remembered.IsSideOpen));
        Append(text, "sideShare", Number(remembered.SideShare));
        Append(text, "panel", Flag(remembered.IsPanelOpen));
        Append(text, "panelView", Quote(remembered.PanelActive));
        Append(text, "panelShare", Number(remembered.PanelShare));
        Append(text, "folded", List(remembered.Folded));
        Append(text, "recent", List(remembered.Recent));
        Append(text, "outcomes", $"[{string.Join(", ", remembered.Outcomes.Select(Outcome))}]");
        text.Append(CultureInfo.InvariantCulture, $"  \"editors\": {Pane(remembered.Editors ?? new RememberedPane())}\n}}\n");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"  \"{name}\": {value},\n");

    private static string Pane(RememberedPane pane) => pane is { First: { } first, Second: { } second }
        ? $"{{ \"stacked\": {Flag(pane.IsStacked)}, \"share\": {Number(pane.Share)}, \"first\": {Pane(first)}, \"second\": {Pane(second)} }}"
        : $"{{ \"tabs\": {List(pane.Tabs)}, \"active\": {Quote(pane.Active)}, \"focused\": {Flag(pane.IsFocused)} }}";

    private static string Outcome(RememberedOutcome outcome) =>
        $"{{ \"script\": {Quote(outcome.Script)}, \"at\": {Quote(outcome.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))}, \"outcome\": {Quote(outcome.Outcome)} }}";

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Quote))}]";

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    // Ids and names: what JSON does not take as it is, is written by its number.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\' || char.IsControl(letter) || char.IsSurrogate(letter))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else
                quoted.Append(letter);
        }

        return quoted.Append('"').ToString();
    }
}
