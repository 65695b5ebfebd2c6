using System.Collections;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace PluginHost.Workbench;

/// <summary>
/// What the interface says, from <c>Texts.resx</c>. The neutral texts are read straight from the assembly, once: a resource manager would look for
/// satellites first, at every start.
/// </summary>
internal static class Texts
{
    private static readonly Dictionary<string, string> All = Read();

    public static string WantsDuration => Get();

    public static string WantsFlag => Get();

    public static string WantsNumber => Get();

    /// <summary>A text with its gaps filled.</summary>
    public static string Fill(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Get([CallerMemberName] string name = "") => All[name];

    private static Dictionary<string, string> Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = new ResourceReader(typeof(Texts).Assembly.GetManifestResourceStream("PluginHost.Workbench.Texts.resources")!);
        foreach (DictionaryEntry entry in reader)
            texts[(string)entry.Key] = (string)entry.Value!;

        return texts;
    }
}
