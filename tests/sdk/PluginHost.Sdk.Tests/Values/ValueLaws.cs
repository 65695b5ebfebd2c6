using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Sdk.Tests.Values;

/// <summary>What holds for every value, whatever is in it.</summary>
public sealed class ValueLaws
{
    [Fact]
    public void Should_Read_Back_Every_Number_That_It_Writes() =>
        Prop.ForAll<decimal>(number => ((Value)((Value)number).ToString()).Number == number).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Read_Back_Every_Flag_That_It_Writes() =>
        Prop.ForAll<bool>(flag => ((Value)((Value)flag).ToString()).Flag == flag).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Give_Back_Every_Text() =>
        Prop.ForAll<NonNull<string>>(text => ((Value)text.Get).ToString() == text.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Read_Back_Every_Instant_That_It_Writes_To_The_Millisecond() => Prop.ForAll<DateTimeOffset>(instant =>
    {
        var text = ((Value)instant).ToString();
        var read = DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return read.Offset == instant.Offset && read.ToUnixTimeMilliseconds() == instant.ToUnixTimeMilliseconds();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Make_An_Equal_Record_Of_A_Records_Fields() => Prop.ForAll<NonNull<string>[], int[]>((names, numbers) =>
    {
        var record = Make(names, numbers);
        var again = new Record(record.Fields);
        return again.Equals(record) && again.GetHashCode() == record.GetHashCode();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Find_In_A_Record_What_Was_Last_Put_There() => Prop.ForAll<NonNull<string>[], int[]>((names, numbers) =>
    {
        var pairs = names.Zip(numbers, (name, number) => (Name: name.Get, Number: number)).ToList();
        var record = Make(names, numbers);
        return pairs.All(pair => record[pair.Name].Number == pairs.Last(last => last.Name == pair.Name).Number)
            && record.Fields.Count == pairs.Select(pair => pair.Name).Distinct().Count();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Make_A_Table_With_A_Row_For_Each_Item_And_A_Field_For_Each_Column() => Prop.ForAll<int[]>(items =>
    {
        var table = Table.Of(items, ("n", item => item), ("text", item => $"{item}"));
        return table.Rows.Count == items.Length && table.Rows.All(row => table.Columns.All(column => row.Find(column.Name) is not null));
    }).QuickCheckThrowOnFailure();

    private static Record Make(NonNull<string>[] names, int[] numbers) =>
        new(names.Zip(numbers, (name, number) => KeyValuePair.Create(name.Get, (Value)number)));
}
