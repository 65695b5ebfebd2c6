namespace PluginHost.Sdk.Tests.Store;

public sealed class SqlTests
{
    [Fact]
    public void Should_Make_A_Parameter_Of_Every_Hole()
    {
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
        byte[] bytes = [1, 2];

        var sql = Read($"insert into t values ({"it's; drop table t"}, {7}, {8L}, {1.5}, {true}, {false}, {at}, {bytes})");

        sql.Text.ShouldBe("insert into t values (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7)");
        sql.Parameters.ShouldBe(["it's; drop table t", 7L, 8L, 1.5, 1L, 0L, 1_772_438_400_000L, bytes]);
    }

    [Fact]
    public void Should_Keep_What_Is_Null()
    {
        var sql = Read($"select {(string?)null}, {(long?)null}, {(int?)null}, {(DateTimeOffset?)null}, {(byte[]?)null}");

        sql.Text.ShouldBe("select @p0, @p1, @p2, @p3, @p4");
        sql.Parameters.ShouldAllBe(parameter => parameter == null);
    }

    [Fact]
    public void Should_Leave_A_Text_Without_Holes_As_It_Is()
    {
        var sql = Read($"select '{{}}', 'a@p0' from t");

        sql.Text.ShouldBe("select '{}', 'a@p0' from t");
        sql.Parameters.ShouldBeEmpty();
    }

    [Fact]
    public void Should_Count_Its_Parameters_Beyond_Ten()
    {
        var sql = Read($"{0},{1},{2},{3},{4},{5},{6},{7},{8},{9},{10}");

        sql.Text.ShouldEndWith(",@p10");
        sql.Parameters.Select(parameter => (long)parameter!).ShouldBe(Enumerable.Range(0, 11).Select(number => (long)number));
    }

    private static Sql Read(Sql sql) => sql;
}
