using System.Runtime.CompilerServices;

namespace PluginHost.Sdk.Tests;

public sealed class PublicApiTests
{
    private static readonly Type[] ByCompiler =
        [typeof(CallerArgumentExpressionAttribute), typeof(CallerFilePathAttribute), typeof(CallerLineNumberAttribute)];

    [Fact]
    public void Should_Be_The_Api_That_Was_Approved() => Approval.Check(PublicApi.Of(typeof(Plugin).Assembly), "PublicApi");

    [Fact]
    public void Should_Say_Something_Of_Every_Public_Member() => Documentation.Wanting(typeof(Plugin).Assembly).ShouldBeEmpty();

    [Fact]
    public void Should_Have_No_Optional_Parameters_But_What_The_Compiler_Fills_In() => typeof(Plugin).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMethods())
        .SelectMany(method => method.GetParameters())
        .Where(parameter => parameter.HasDefaultValue && !ByCompiler.Any(mark => parameter.IsDefined(mark, false)))
        .Select(parameter => $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name}({parameter.Name})")
        .ShouldBeEmpty();
}
