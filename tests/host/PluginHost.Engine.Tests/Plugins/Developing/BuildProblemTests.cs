using PluginHost.Engine.Plugins.Developing;
using PluginHost.Sdk;

namespace PluginHost.Engine.Tests.Plugins.Developing;

public sealed class BuildProblemTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  Determining projects to restore...")]
    [InlineData("Build succeeded.")]
    [InlineData("    0 Error(s)")]
    [InlineData("An error occurred: nothing to see")]
    public void Should_Pass_By_What_Is_No_Problem(string line) => BuildProblem.Parse(line, "/home/me/notes").ShouldBeNull();

    [Theory]
    [InlineData("/home/me/notes/Notes.cs(12,5): error CS1002: ; expected [/home/me/notes/Notes.csproj]", Severity.Error, "Notes.cs(12): CS1002: ; expected")]
    [InlineData("/home/me/notes/Views/List.cs(3,1,3,9): warning CS0168: The variable 'x' is declared but never used [/home/me/notes/Notes.csproj]", Severity.Warning, "Views/List.cs(3): CS0168: The variable 'x' is declared but never used")]
    [InlineData("/usr/share/dotnet/sdk/Microsoft.NET.targets(90,5): error NETSDK1045: too old [/home/me/notes/Notes.csproj]", Severity.Error, "Microsoft.NET.targets(90): NETSDK1045: too old")]
    [InlineData("/home/me/notes/Notes.csproj : error NU1101: Unable to find package Acme.Gone. [/home/me/notes/Notes.csproj]", Severity.Error, "Notes.csproj: NU1101: Unable to find package Acme.Gone.")]
    [InlineData("Notes.cs(1,1): error PH0003: \"acme: notes\" is no id", Severity.Error, "Notes.cs(1): PH0003: \"acme: notes\" is no id")]
    public void Should_Name_The_Place_In_The_Authors_File(string line, Severity severity, string problem)
    {
        var parsed = BuildProblem.Parse(line, "/home/me/notes").ShouldNotBeNull();

        parsed.Severity.ShouldBe(severity);
        parsed.ToString().ShouldBe(problem);
    }
}
