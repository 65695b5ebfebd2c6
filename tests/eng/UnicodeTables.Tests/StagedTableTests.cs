using PluginHost.Terminal;

namespace PluginHost.UnicodeTables.Tests;

public sealed class StagedTableTests
{
    [Fact]
    public void Should_Give_Back_Every_Value_And_Keep_Equal_Blocks_Once()
    {
        // Given
        var values = new Traits[StagedTable.BlockSize * 4];
        values[5] = new Traits(7);
        values[(StagedTable.BlockSize * 2) + 5] = new Traits(7);
        values[^1] = new Traits(9);

        // When
        var table = new StagedTable(values);

        // Then
        var blocks = table.Blocks.ToArray();
        table.Places.ShouldBe([0, 1, 0, 2]);
        table.Values.ShouldBe([new Traits(0), new Traits(7), new Traits(9)]);
        Enumerable.Range(0, values.Length)
            .Select(i => table.Values[blocks[(table.Places[i / StagedTable.BlockSize] * StagedTable.BlockSize) + (i % StagedTable.BlockSize)]])
            .ShouldBe(values);
    }
}
