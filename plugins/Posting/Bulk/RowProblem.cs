using System.Globalization;

namespace PluginHost.Posting;

/// <summary>Why a row of a file cannot be imported.</summary>
internal sealed record RowProblem
{
    public required int Row { get; init; }

    public required long Line { get; init; }

    public required string Column { get; init; }

    public required string Reason { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"row {Row} (line {Line}), {Column}: {Reason}");
}
