using System.Text.RegularExpressions;

namespace PluginHost.Architecture.Tests;

public sealed class HouseTests
{
    private const int LongFile = 300;

    [Fact]
    public void Should_Have_A_Solution_In_The_Classic_Format_That_Names_Every_Project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "PluginHost.sln")).Replace('\\', '/');

        solution.ShouldContain("Microsoft Visual Studio Solution File, Format Version 12.00");
        Repository.Projects.Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // Examples are tested together: a project each would say little more than its name.
    [Fact]
    public void Should_Mirror_The_Product_In_The_Tests() => Repository.Projects
        .Where(project => !project.StartsWith("tests/", StringComparison.Ordinal) && !project.StartsWith("examples/", StringComparison.Ordinal))
        .Select(project => $"tests/{Path.GetDirectoryName(project)!.Replace('\\', '/')}.Tests/{Path.GetFileNameWithoutExtension(project)}.Tests.csproj")
        .Except(Repository.Projects)
        .ShouldBeEmpty();

    [Fact]
    public void Should_State_Versions_In_One_Place() => Repository.Projects
        .Where(project => Repository.Load(project).Descendants("PackageReference").Any(reference => reference.Attribute("Version") is not null))
        .ShouldBeEmpty();

    [Fact]
    public void Should_Give_A_Reason_For_Every_Long_File() => Repository.Sources()
        .Where(path => File.ReadLines(Path.Combine(Repository.Root, path)).Count() > LongFile)
        .Where(path => !File.ReadAllText(Path.Combine(Repository.Root, path)).Contains("/// One file, because", StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void Should_Keep_Most_Files_Short()
    {
        var lengths = Repository.Sources().Select(path => File.ReadLines(Path.Combine(Repository.Root, path)).Count()).Order().ToList();

        lengths[lengths.Count / 2].ShouldBeLessThanOrEqualTo(50);
    }

    [Fact]
    public void Should_Call_Nothing_A_Helper() => Repository.Sources()
        .Where(path => Regex.IsMatch(Path.GetFileNameWithoutExtension(path), "Helper|Manager|Util"))
        .ShouldBeEmpty();

    [Fact]
    public void Should_Define_One_Type_A_File() => Repository.Sources()
        .Where(path => Regex.Count(
            File.ReadAllText(Path.Combine(Repository.Root, path)),
            @"^(public|internal) [a-z ]*\b(class|record|struct|interface|enum) ", RegexOptions.Multiline) > 1)
        .ShouldBeEmpty();
}
