namespace PluginHost.Posting;

/// <summary>What a file would do, row by row, before anything is saved.</summary>
internal sealed record ImportReport
{
    public required string File { get; init; }

    public required int Rows { get; init; }

    public required IReadOnlyList<RowProblem> Problems { get; init; }

    /// <summary>Rows that nobody knows yet, with their ways.</summary>
    public IReadOnlyList<(PostRow Row, IReadOnlyList<Route> Routes)> Added { get; init; } = [];

    /// <summary>Rows that say something else than before, with their ways.</summary>
    public IReadOnlyList<(PostRow Row, IReadOnlyList<Route> Routes, ImportedRow Before)> Changed { get; init; } = [];

    public int Unchanged => Rows - Added.Count - Changed.Count;
}
