using PluginHost.Benchmarks.Measuring;

namespace PluginHost.Benchmarks.Start;

/// <summary>The baseline: the console program that <c>dotnet new console</c> makes, compiled just in time as it comes.</summary>
internal static class HelloWorld
{
    private const string Greeting = "Hello, World!";

    private static readonly Dictionary<string, string> Nothing = [];

    /// <param name="folder">An empty folder outside the repository, whose build settings would apply.</param>
    public static Case Build(string folder)
    {
        var program = Make(folder);
        return new Case { Name = "hello world", Run = _ => Child.Run(program, [], folder, Nothing).MustSay(Greeting).Sample };
    }

    /// <summary>The same, until its greeting is seen in a terminal.</summary>
    /// <param name="folder">An empty folder outside the repository, whose build settings would apply.</param>
    /// <param name="size">The terminal's columns and rows.</param>
    public static Case BuildForTerminal(string folder, (int Width, int Height) size)
    {
        var program = Make(folder);
        return new Case { Name = "hello world", Run = _ => InTerminal.Run(program, size, Greeting, leave: "", folder, Nothing) };
    }

    private static string Make(string folder)
    {
        Directory.CreateDirectory(folder);
        Console.Error.WriteLine("Building the hello world…");
        Child.Run("dotnet", ["new", "console", "--name", "hello", "--output", folder], folder, Nothing);
        Child.Run("dotnet", ["build", folder, "-c", "Release", "-o", Path.Combine(folder, "out")], folder, Nothing);
        return Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "hello.exe" : "hello");
    }
}
