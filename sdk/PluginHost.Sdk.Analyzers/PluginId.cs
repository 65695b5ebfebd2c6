using System;
using System.Collections.Immutable;
using System.IO;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace PluginHost.Sdk.Analyzers;

/// <summary>The plugin's id, from the <c>plugin.yaml</c> that the SDK's package hands to the compiler.</summary>
internal static class PluginId
{
    private const string Key = "id:";

    /// <returns>Null where there is no such file, or it names none.</returns>
    public static string? Of(ImmutableArray<AdditionalText> files, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            if (Path.GetFileName(file.Path) != "plugin.yaml" || file.GetText(cancel) is not { } text)
                continue;

            foreach (var line in text.Lines)
            {
                var written = line.ToString();
                if (written.StartsWith(Key, StringComparison.Ordinal))
                    return written.Substring(Key.Length).Split('#')[0].Trim().Trim('"', '\'');
            }
        }

        return null;
    }
}
