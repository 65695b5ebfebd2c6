using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using PluginHost.Sdk;

namespace PluginHost.Engine.Scripting;

/// <summary>
/// Resolves <c>#r</c>: a running plugin, a package, a file beside the script, or an assembly of the BCL that scripts do not see anyway.
/// </summary>
internal sealed class ScriptDirectives(IScriptWorld world, string folder) : MetadataReferenceResolver
{
    private const string PluginPrefix = "plugin:";

    // A directive resolves to one reference, a package to any number: they are added to the script's, and this one, which every script has, is given.
    private static readonly string AnyReference = typeof(object).Assembly.Location;

    private readonly Dictionary<string, ScriptReference> _found = [];
    private readonly Dictionary<string, string> _refused = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<ScriptReference> Found => [.. _found.Values.Where(reference => reference.Version != Guid.Empty)];

    /// <summary>What packages consist of.</summary>
    public PackageSet Packages { get; private set; } = new();

    /// <summary>Finds all packages that a script and what it loads name. Before the first directive is resolved.</summary>
    public void FindPackages(ScriptPackages packages, IEnumerable<string> references, CancellationToken cancel)
    {
        var wanted = new List<(string Reference, PackageName Name)>();
        foreach (var reference in references.Where(PackageName.IsMeant).Distinct())
        {
            if (PackageName.Parse(reference, out var problem) is { } name)
                wanted.Add((reference, name));
            else
                _refused[reference] = problem;
        }

        foreach (var twice in wanted.GroupBy(package => package.Name.Id, StringComparer.OrdinalIgnoreCase).Where(group => group.DistinctBy(package => package.Name.Version).Count() > 1))
            _refused[twice.Last().Reference] = $"{twice.Key} is named in two versions: {string.Join(" and ", twice.Select(package => package.Name.Version))}. A script has one of a package.";

        if (wanted.Count == 0 || _refused.Count > 0)
            return;

        try
        {
            Packages = packages.Find([.. wanted.Select(package => package.Name)], folder, cancel);
            foreach (var path in Packages.Runtime)
                Remember(path, path, plugin: "");
        }
        catch (PackageException exception)
        {
            foreach (var (reference, name) in wanted.Where(package => exception.Id.Length == 0 || package.Name.Id == exception.Id))
                _refused[reference] = exception.Message;
        }
    }

    /// <summary>Why a directive was refused, where we can say more than the compiler.</summary>
    public string? WhyRefused(string directive) => _refused.GetValueOrDefault(directive);

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference,
        string? baseFilePath,
        MetadataReferenceProperties properties)
    {
        if (Find(reference, baseFilePath) is not { } path)
            return [];

        try
        {
            return [MetadataReference.CreateFromFile(path, properties)];
        }
        catch (IOException exception)
        {
            _refused[reference] = $"{path} cannot be read: {exception.Message}";
            return [];
        }
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private string? Find(string reference, string? baseFilePath)
    {
        if (PackageName.IsMeant(reference))
            return _refused.ContainsKey(reference) ? null : AnyReference;

        if (reference.StartsWith(PluginPrefix, StringComparison.Ordinal))
            return FindPlugin(reference, reference[PluginPrefix.Length..].Trim());

        var beside = Path.GetFullPath(reference, baseFilePath is null ? folder : Path.GetDirectoryName(baseFilePath)!);
        if (File.Exists(beside))
            return Remember(reference, beside, plugin: "");

        var runtime = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), Path.GetFileName(reference) + ".dll");
        if (File.Exists(runtime))
            return runtime;

        _refused[reference] = $"There is no file {beside}, and no assembly of that name in .NET. Give its path relative to the script, "
            + "the id of a running plugin: #r \"plugin: id\", or a package: #r \"nuget: id, version\".";
        return null;
    }

    private string? FindPlugin(string reference, string id)
    {
        if (world.FindPluginAssembly(id) is { } path)
            return Remember(reference, path, id);

        var ids = world.PluginIds;
        _refused[reference] = $"No plugin \"{id}\" is running.{Nearest.Hint(id, ids)} "
            + (ids.Count == 0 ? "None is running at all." : $"Running: {string.Join(", ", ids)}.");
        return null;
    }

    private string? Remember(string reference, string path, string plugin)
    {
        try
        {
            _found[path] = new ScriptReference { Path = path, Version = ModuleVersion.OfFile(path), Plugin = plugin };
            return path;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or BadImageFormatException or InvalidOperationException)
        {
            _refused[reference] = $"{path} is no .NET assembly, or cannot be read: {exception.Message}";
            return null;
        }
    }
}
