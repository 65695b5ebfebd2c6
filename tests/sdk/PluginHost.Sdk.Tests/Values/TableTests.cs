namespace PluginHost.Sdk.Tests.Values;

public sealed class TableTests
{
    private static readonly Note[] Notes = [new("milk", 2, new Note("inner", 0, null)), new("eggs", 12, new Note("inner", 0, null))];

    [Fact]
    public void Should_Name_Its_Columns_After_What_They_Show()
    {
        NamesOf(Table.Of(Notes, note => note.Text)).ShouldBe(["text"]);
        NamesOf(Table.Of(Notes, note => note.Text, note => note.SentCount)).ShouldBe(["text", "sentCount"]);
        NamesOf(Table.Of(Notes, note => note.Text, note => note.SentCount, note => note.Inner!.SentAt)).ShouldBe(["text", "sentCount", "sentAt"]);
        NamesOf(Table.Of([1, 2], number => number)).ShouldBe(["number"]);
        NamesOf(Table.Of(["a"], (string name) => name)).ShouldBe(["name"]);
    }

    [Fact]
    public void Should_Ask_For_A_Name_Where_It_Can_Read_None() =>
        Should.Throw<WrongUseException>(() => Table.Of(Notes, note => note.Text.Trim())).Message
            .ShouldBe("No column name can be read from \"note => note.Text.Trim()\". Name it: Table.Of(items, (\"name\", note => note.Text.Trim())).");

    [Fact]
    public void Should_Refuse_Two_Columns_Of_One_Name()
    {
        const string message = "Two columns are called \"text\". Name them apart: Table.Of(items, (\"first\", …), (\"second\", …)).";

        Should.Throw<WrongUseException>(() => Table.Of(Notes, note => note.Text, note => note.Inner!.Text)).Message.ShouldBe(message);
        Should.Throw<WrongUseException>(() => Table.Of(Notes, ("text", note => note.Text), ("text", note => note.SentCount))).Message.ShouldBe(message);
    }

    [Fact]
    public void Should_Have_A_Row_For_Each_Item()
    {
        var table = Table.Of(Notes, ("what", note => note.Text), ("how many", note => note.SentCount));

        table.Rows.ShouldBe([Record.Of(("what", "milk"), ("how many", 2)), Record.Of(("what", "eggs"), ("how many", 12))]);
        table.Items.ShouldBe(table.Rows);
        table[1]["what"].ShouldBe((Value)"eggs");
        Should.Throw<PluginHostException>(() => table[2]).Message.ShouldBe("A table has no item 2.");
        table.ToString().ShouldBe("what: milk, how many: 2\nwhat: eggs, how many: 12");
    }

    [Fact]
    public void Should_Keep_Its_Columns_Where_It_Has_No_Rows()
    {
        var table = Table.Of(Array.Empty<Note>(), note => note.Text);

        NamesOf(table).ShouldBe(["text"]);
        table.Rows.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Equal_A_Table_Of_Equal_Columns_And_Rows()
    {
        var table = Table.Of(Notes, note => note.Text);

        table.ShouldBe(Table.Of(Notes, note => note.Text));
        table.GetHashCode().ShouldBe(Table.Of(Notes, note => note.Text).GetHashCode());
        table.ShouldNotBe(Table.Of(Notes.Reverse(), note => note.Text));
        table.ShouldNotBe(Table.Of(Notes, ("name", note => note.Text)));
    }

    [Fact]
    public void Should_Not_Change_With_The_Lists_That_It_Was_Made_Of()
    {
        var rows = new List<Record> { Record.Of(("a", 1)) };
        var columns = new List<TableColumn> { new() { Name = "a" } };
        var table = new Table { Columns = columns, Rows = rows };

        rows.Clear();
        columns.Clear();

        (table.Rows.Count, table.Columns.Count).ShouldBe((1, 1));
    }

    private static IEnumerable<string> NamesOf(Table table) => table.Columns.Select(column => column.Name);

    private sealed record Note(string Text, int SentCount, Note? Inner)
    {
        public DateTimeOffset? SentAt => null;
    }
}
