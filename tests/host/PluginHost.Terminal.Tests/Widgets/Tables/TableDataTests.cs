namespace PluginHost.Terminal.Tests.Widgets.Tables;

public sealed class TableDataTests
{
    private readonly TableData _data = new();

    [Fact]
    public void Should_Put_What_Comes_And_What_Changes_In_Its_Place()
    {
        // Given
        _data.Sort(0, false);

        // When
        foreach (var name in (string[])["m", "c", "x", "a"])
            _data.Set(new TableRow(name, name));

        _data.Set(new TableRow("c", "z"));
        _data.Set(new TableRow("m", "n"));

        // Then
        Seen().ShouldBe("a:a m:n x:x c:z");
    }

    [Fact]
    public void Should_Be_The_Same_As_Sorting_And_Filtering_Everything_Anew()
    {
        // Given
        var random = new Random(7);
        var (grown, whole) = (new TableData(), new Dictionary<string, TableRow>());
        grown.Sort(1, true);
        grown.Filter("1");

        // When
        for (var i = 0; i < 2000; i++)
        {
            var key = $"{random.Next(300)}";
            if (random.Next(4) == 0)
            {
                grown.Remove(key).ShouldBe(whole.Remove(key));
                continue;
            }

            var row = new TableRow(key, key, "") { Values = [null, random.Next(9) is var value and > 0 ? value : null] };
            grown.Set(row);
            whole[key] = row;
        }

        // Then
        var left = whole.Values.Where(row => row.Key.Contains('1'))
            .OrderByDescending(row => row.Values[1] is not null).ThenByDescending(row => row.Values[1]);
        grown.Count.ShouldBe(left.Count());
        Enumerable.Range(0, grown.Count).Select(row => grown.Find(grown.KeyOf(row))!.Values[1]).ShouldBe(left.Select(row => row.Values[1]));
        grown.CountOfAll.ShouldBe(whole.Count);
    }

    [Fact]
    public void Should_Tell_By_Its_Version_That_Something_Has_Changed()
    {
        var versions = new HashSet<long> { _data.Version };

        _data.Set(new TableRow("a", "1"));
        versions.Add(_data.Version).ShouldBeTrue();
        _data.Set(new TableRow("a", "2"));
        versions.Add(_data.Version).ShouldBeTrue();
        _data.Sort(0, true);
        versions.Add(_data.Version).ShouldBeTrue();
        _data.Remove("none").ShouldBeFalse();
        versions.Add(_data.Version).ShouldBeFalse();
        _data.Remove("a").ShouldBeTrue();
        versions.Add(_data.Version).ShouldBeTrue();
    }

    [Fact]
    public void Should_Show_Again_What_A_Filter_Has_Hidden_In_The_Order_In_Which_It_Came()
    {
        _data.SetAll([new TableRow("b", "bee"), new TableRow("a", "ant"), new TableRow("c", "cat")]);
        _data.Filter("T");
        Seen().ShouldBe("a:ant c:cat");

        _data.Filter("");

        Seen().ShouldBe("b:bee a:ant c:cat");
        _data.Cell(0, 5).ShouldBe(RichLine.Empty);
    }

    private string Seen() => string.Join(' ', Enumerable.Range(0, _data.Count).Select(row => $"{_data.KeyOf(row)}:{_data.Cell(row, 0)}"));
}
