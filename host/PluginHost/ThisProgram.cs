using System.Reflection;

namespace PluginHost;

/// <summary>How this program is started again: its file, or <c>dotnet</c> and its assembly.</summary>
internal static class ThisProgram
{
    public static IReadOnlyList<string> Command
    {
        get
        {
            if (Environment.ProcessPath is not { } file)
                return [];

            var assembly = Path.Combine(AppContext.BaseDirectory, $"{Assembly.GetExecutingAssembly().GetName().Name}.dll");
            return Path.GetFileNameWithoutExtension(file).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? [file, assembly] : [file];
        }
    }
}
