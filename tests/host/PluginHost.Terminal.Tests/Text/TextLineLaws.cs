using FsCheck;
using FsCheck.Fluent;

namespace PluginHost.Terminal.Tests.Text;

public sealed class TextLineLaws
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Should_Show_Every_Character_Once_And_Leave_No_Gap() => Holds(line =>
    {
        var column = 0;
        var seen = new bool[line.Text.Length];
        var starts = new HashSet<int>();
        foreach (var cluster in line)
        {
            cluster.Column.ShouldBe(column);
            column += cluster.Width;
            var isFirst = starts.Add(cluster.Index);
            for (var i = cluster.Index; isFirst && i < cluster.Index + cluster.Length; i++)
            {
                seen[i].ShouldBeFalse();
                seen[i] = true;
            }
        }

        column.ShouldBe(line.Width);
        seen.ShouldNotContain(false);
    });

    [Fact]
    public void Should_Lead_The_Caret_To_A_Column_And_Back() => Holds(line =>
    {
        for (var index = line.Start; index <= line.End; index++)
            line.IndexAt(line.ColumnOf(index)).ShouldBe(line.StopAt(index), $"index {index}");
    });

    [Fact]
    public void Should_Lead_A_Click_To_The_Cluster_That_Is_There() => Holds(line =>
    {
        foreach (var cluster in line)
        {
            for (var column = cluster.Column; column < cluster.Column + cluster.Width; column++)
            {
                line.IndexAt(column).ShouldBe(cluster.Index);
                line.StopAt(cluster.Index).ShouldBe(cluster.Index);
            }
        }
    });

    [Fact]
    public void Should_Step_Through_The_Text_There_And_Back() => Holds(line =>
    {
        var stops = new List<int> { line.StopAt(line.Start) };
        while (stops[^1] < line.End)
            stops.Add(line.Next(stops[^1]));

        for (var i = 1; i < stops.Count; i++)
            line.Previous(stops[i]).ShouldBe(stops[i - 1]);

        line.Next(line.End).ShouldBe(line.End);
        line.Previous(line.Start).ShouldBe(stops[0]);
    });

    [Fact]
    public void Should_Reach_Every_Cluster_With_The_Arrow_Keys() => Holds(line =>
    {
        var index = line.IndexAt(0);
        foreach (var cluster in line)
        {
            if (cluster.Width == 0)
                continue;

            if (cluster.Index != index)
            {
                line.RightOf(index).ShouldBe(cluster.Index);
                line.LeftOf(cluster.Index).ShouldBe(index);
            }

            index = cluster.Index;
        }
    });

    [Fact]
    public void Should_Part_The_Columns_Where_A_Selection_Ends() => Holds(line =>
    {
        for (var index = line.Start; index <= line.End; index++)
        {
            var stop = line.StopAt(index);
            var taken = new int[line.Width];
            foreach (var run in line.Runs(line.Start, stop))
                Take(taken, run);

            foreach (var run in line.Runs(stop, line.End))
                Take(taken, run);

            taken.ShouldBe(Enumerable.Repeat(1, line.Width));
        }

        static void Take(int[] taken, ColumnRun run)
        {
            run.Width.ShouldBeGreaterThan(0);
            for (var column = run.Column; column < run.Column + run.Width; column++)
                taken[column]++;
        }
    });

    [Fact]
    public void Should_Send_Nothing_That_Steers_A_Terminal() => Holds(line =>
    {
        foreach (var cluster in line)
            HostileTextTests.Dangers(cluster.Text).ShouldBeEmpty();
    });

    [Fact]
    public void Should_Take_As_Many_Cells_As_Are_Measured() => Prop
        .ForAll(AnyText.Fields, field => TextWidth.Of(field.Text, field.Options).ShouldBe(TextLine.Of(field.Text, field.Direction, field.Options).Width))
        .Check(Often);

    [Fact]
    public void Should_Never_Be_Wider_Than_It_Was_Cut() => Prop.ForAll(AnyText.Fields, Arb.From(Gen.Choose(-1, 20)), (field, width) =>
    {
        var cut = TextLine.Of(field.Text, field.Direction, field.Options).Truncate(width, "…");

        cut.Width.ShouldBeLessThanOrEqualTo(Math.Max(0, width));
    }).Check(Often);

    [Fact]
    public void Should_Fit_As_The_Whole_Line_Cut_Would() => Prop.ForAll(AnyText.Fields, Arb.From(Gen.Choose(0, 20)), (field, width) =>
    {
        var cut = TextLine.Of(field.Text, field.Direction, field.Options).Truncate(width, "...");

        var fit = TextLine.Fit(field.Text, field.Direction, width, "...", field.Options);

        Seen(fit).ShouldBe(Seen(cut));
        fit.Direction.ShouldBe(cut.Direction);
    }).Check(Often);

    [Fact]
    public void Should_Walk_As_A_Line_Of_The_Same_Text_Runs() => Prop.ForAll(AnyText.Fields, field =>
    {
        if (!TextWalker.CanWalk(field.Text))
            return;

        var walked = "";
        foreach (var cluster in new TextWalker(field.Text, 1000, field.Options))
            walked += $"{cluster.Column}+{cluster.Width}:{cluster.Text} ";

        walked.ShouldBe(Seen(TextLine.Of(field.Text, Direction.LeftToRight, field.Options)));
    }).Check(Often);

    // Of whole lines and of lines that were cut.
    private static void Holds(Action<TextLine> law) => Prop.ForAll(AnyText.Fields, Arb.From(Gen.Choose(0, 12)), (field, width) =>
    {
        var line = TextLine.Of(field.Text, field.Direction, field.Options);
        law(line);
        law(line.Truncate(width, "…"));
        law(TextLine.Fit(field.Text, field.Direction, width, "...", field.Options));
    }).Check(Often);

    private static string Seen(TextLine line)
    {
        var seen = "";
        foreach (var cluster in line)
            seen += $"{cluster.Column}+{cluster.Width}:{cluster.Text} ";

        return seen;
    }
}
