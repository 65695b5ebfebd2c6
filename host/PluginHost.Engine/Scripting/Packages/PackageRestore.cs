using System.ComponentModel;
using System.Diagnostics;
using System.Security;
using System.Text.RegularExpressions;

namespace PluginHost.Engine.Scripting;

/// <summary>Asks the .NET SDK of the machine for packages, by a project that is made for it. Sources and credentials are those that the SDK finds.</summary>
internal static partial class PackageRestore
{
    /// <summary>Restores packages and gives the text of the <c>project.assets.json</c>.</summary>
    /// <param name="dotnet">The SDK's command.</param>
    /// <param name="packages">The packages.</param>
    /// <param name="place">The framework and the machine.</param>
    /// <param name="store">Where packages are unpacked, and stay.</param>
    /// <param name="folder">The script's folder: a <c>nuget.config</c> there or above counts.</param>
    /// <param name="cancel">Ends the SDK.</param>
    /// <exception cref="PackageException">They cannot be had.</exception>
    public static string Run(
        string dotnet, IReadOnlyList<PackageName> packages, (string Framework, string Machine) place, string store, string folder, CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("pluginhost-packages-").FullName;
        try
        {
            var project = Path.Combine(work, "packages.csproj");
            File.WriteAllText(project, ProjectFor(packages, place, store, folder));
            var (exitCode, output) = Start(dotnet, ["restore", project, "-nologo", "-verbosity:quiet", "-nodeReuse:false"], work, cancel);
            return exitCode == 0 ? File.ReadAllText(Path.Combine(work, "obj", "project.assets.json")) : throw Explain(output, packages);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static string ProjectFor(IReadOnlyList<PackageName> packages, (string Framework, string Machine) place, string store, string folder) => $"""
        <Project>
          <PropertyGroup>
            <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
            <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
            <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
          </PropertyGroup>
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <PropertyGroup>
            <TargetFramework>{place.Framework}</TargetFramework>
            <RuntimeIdentifier>{place.Machine}</RuntimeIdentifier>
            <SelfContained>false</SelfContained>
            <UseAppHost>false</UseAppHost>
            <NuGetAudit>false</NuGetAudit>
            <RestorePackagesPath>{SecurityElement.Escape(store)}</RestorePackagesPath>
            <RestoreRootConfigDirectory>{SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>
          </PropertyGroup>
          <ItemGroup>
        {string.Join('\n', packages.Select(package => $"    <PackageReference Include=\"{package.Id}\" Version=\"[{package.Version}]\" />"))}
          </ItemGroup>
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
        </Project>
        """;

    private static (int ExitCode, string Output) Start(string dotnet, IReadOnlyList<string> arguments, string work, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(dotnet, arguments) { WorkingDirectory = work, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";

        // Where this program was itself started by the SDK, these would bind its child to that one.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        try
        {
            using var process = Process.Start(start)!;
            using var end = cancel.Register(() => process.Kill(entireProcessTree: true));
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            cancel.ThrowIfCancellationRequested();
            return (process.ExitCode, $"{output}\n{errors.GetAwaiter().GetResult()}");
        }
        catch (Win32Exception)
        {
            throw new PackageException($"Packages are fetched by the .NET SDK, and there is no \"{dotnet}\" on this machine. Install the SDK, or name a file by #r instead.");
        }
    }

    private static PackageException Explain(string output, IReadOnlyList<PackageName> packages)
    {
        if (output.Contains("No .NET SDKs were found", StringComparison.Ordinal))
            return new PackageException("Packages are fetched by the .NET SDK, and this machine has the runtime only. Install the SDK, or name a file by #r instead.");

        var errors = Error().Matches(output);
        var error = errors.FirstOrDefault(found => found.Groups["id"].Value is "NU1301") ?? errors.FirstOrDefault();
        if (error is null)
            return new PackageException($"The .NET SDK could not fetch the packages: {output.Trim().ReplaceLineEndings(" ")}");

        // What is known beyond the first line, such as the versions that there are, comes as further errors of the same kind.
        var more = errors.Where(other => other.Groups["id"].Value == error.Groups["id"].Value).Select(other => other.Groups["text"].Value.Trim()).Where(line => line.StartsWith('-'));
        var text = ProjectName().Replace(string.Join(' ', [error.Groups["text"].Value.Trim(), .. more.Distinct()]), "");
        var package = packages.FirstOrDefault(package => text.Contains($"package {package.Id}", StringComparison.OrdinalIgnoreCase)) ?? packages[0];
        return error.Groups["id"].Value switch
        {
            "NU1101" => new PackageException($"There is no package of this name in the sources that the .NET SDK knows here: {text}", package.Id),
            "NU1102" => new PackageException($"There is no such version of the package: {text}", package.Id),
            "NU1301" => new PackageException($"A source of packages cannot be reached, and {package} is not in the cache yet. Connect to it once; afterwards the script runs offline. ({text})"),
            var id => new PackageException($"The .NET SDK could not fetch the packages ({id}): {text}", package.Id),
        };
    }

    [GeneratedRegex(@"error (?<id>NU\d{4}): (?<text>[^\r\n]*)")]
    private static partial Regex Error();

    // The project that was made for this says nothing to anybody.
    [GeneratedRegex(@" \[[^\]\r\n]*\.csproj\]")]
    private static partial Regex ProjectName();
}
