namespace PluginHost.Templates.Tests;

/// <summary>What the templates hold, as the build has laid it beside the tests.</summary>
internal static class TemplateFiles
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "content");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The files of a template, by their paths within it.</summary>
    public static IReadOnlyList<string> Of(string template) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, template), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(Root, template), path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];
}
