using PluginHost.Sdk;
using Record = PluginHost.Sdk.Record;

namespace PluginHost.Engine.Scripting;

public sealed class ValueTreeTests
{
    [Fact]
    public void Should_Show_What_Belongs_To_What() => Draw(Record.Of(
        ("name", "fig"),
        ("scoops", new ListValue([1, Record.Of(("a", Value.Nothing)), new ListValue([])])),
        ("note", "two\nlines"),
        ("none", Record.Empty))).ShouldBe("""
        ├─ name: fig
        ├─ scoops
        │  ├─ 1
        │  ├─ [1]
        │  │  └─ a: 
        │  └─ (none)
        ├─ note: two
        │  lines
        └─ none: (no fields)
        """);

    [Fact]
    public void Should_Show_The_Rows_Of_A_Table() => Draw(Table.Of([1, 2], ("n", n => n))).ShouldBe("""
        ├─ [0]
        │  └─ n: 1
        └─ [1]
           └─ n: 2
        """);

    [Fact]
    public void Should_Leave_A_Text_As_It_Is() => Draw("a\nb").ShouldBe("a\nb");

    private static string Draw(Value value) => string.Join('\n', ValueTree.LinesOf(value));
}
