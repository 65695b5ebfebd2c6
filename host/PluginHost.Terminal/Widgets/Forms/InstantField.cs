using System.Globalization;

namespace PluginHost.Terminal;

/// <summary>A field for a day, or a day and a time of it, written as <c>2026-03-02 09:30</c>. Whose time it is, the program says in the label.</summary>
public sealed class InstantField : TextBasedField<DateTime?>
{
    private const string Day = "yyyy-MM-dd";
    private const string DayAndTime = "yyyy-MM-dd HH:mm";

    private static readonly string[] Days = [Day, "yyyy-M-d"];
    private static readonly string[] Instants = [DayAndTime, "yyyy-M-d H:mm", "yyyy-MM-ddTHH:mm"];

    /// <summary>Makes one.</summary>
    /// <param name="label">What is asked for.</param>
    public InstantField(RichLine label)
        : base(label) => Hint = DayAndTime;

    /// <inheritdoc/>
    public override DateTime? Value
    {
        get => DateTime.TryParseExact(Input.Text, HasTime ? Instants : Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var value)
            ? value
            : null;
        set => Input.Text = value?.ToString(HasTime ? DayAndTime : Day, CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>Whether the time of the day belongs to it.</summary>
    /// <value><see langword="true"/></value>
    public bool HasTime
    {
        get;
        init
        {
            field = value;
            Hint = value ? DayAndTime : Day;
        }
    }

    = true;

    private protected override string? FindProblem() => !IsBlank && Value is null
        ? HasTime ? "Write day and time as 2026-03-02 09:30." : "Write the day as 2026-03-02."
        : base.FindProblem();
}
