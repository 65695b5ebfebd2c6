namespace PluginHost.Benchmarks.Scripts;

/// <summary>By how many bytes a script memory grows: a line through all marks, so that no single one decides.</summary>
/// <param name="Managed">Managed memory.</param>
/// <param name="Resident">The working set.</param>
/// <param name="Alive">How many assemblies of scripts were still loaded at the last mark.</param>
/// <param name="Marks">What it was worked out from.</param>
internal sealed record MemorySlope(double Managed, double Resident, int Alive, IReadOnlyList<ScriptMark> Marks)
{
    public static MemorySlope Of(IReadOnlyList<ScriptMark> marks) =>
        new(Through(marks, mark => mark.Managed), Through(marks, mark => mark.Resident), marks[^1].Alive, marks);

    // Least squares.
    private static double Through(IReadOnlyList<ScriptMark> marks, Func<ScriptMark, double> value)
    {
        var number = marks.Average(mark => mark.Number);
        var height = marks.Average(value);
        return marks.Sum(mark => (mark.Number - number) * (value(mark) - height)) / marks.Sum(mark => (mark.Number - number) * (mark.Number - number));
    }
}
