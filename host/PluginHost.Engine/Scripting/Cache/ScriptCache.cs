namespace PluginHost.Engine.Scripting;

/// <summary>
/// Keeps compiled scripts on disk, one file a script. Finding one is the way every start of a script takes, so nothing here touches the
/// compiler, a serializer or LINQ. What goes wrong here costs a compile, never a run.
/// </summary>
/// <remarks>What lies here is executed: the folder belongs to the person alone, and a folder that others could write is emptied first.</remarks>
internal sealed class ScriptCache(string folder, TimeProvider clock)
{
    private const string Ending = ".script";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others = ~OwnerOnly & (UnixFileMode)511;

    // A script that is used and not changed is compiled again once in this time; a script that is gone is forgotten.
    private static readonly TimeSpan Keeping = TimeSpan.FromDays(60);

    /// <summary>The compiled script, where it was compiled from this very text and in these very surroundings; null otherwise.</summary>
    public ScriptProgram? Find(ScriptFile script, byte[] key, IScriptWorld world)
    {
        try
        {
            var path = PathOf(script.Path);
            if (!File.Exists(path) || !BelongsToPersonAlone())
                return null;

            var program = ScriptEntry.Read(File.ReadAllBytes(path), key);
            return program is not null && IsUnchanged(program, script) && AreUnchanged(program.References, world) && AreThere(program.Natives) ? program : null;
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            return null;
        }
    }

    public void Keep(ScriptProgram program, byte[] key)
    {
        var path = PathOf(program.Script.Path);
        var temporary = Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp");
        try
        {
            Prepare();
            File.WriteAllBytes(temporary, ScriptEntry.Write(key, program));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            Forget(temporary);
        }
    }

    private static bool IsUnchanged(ScriptProgram program, ScriptFile script)
    {
        if (!program.Script.Bytes.AsSpan().SequenceEqual(script.Bytes))
            return false;

        for (var i = 1; i < program.Files.Count; i++)
        {
            var file = program.Files[i];
            if (!File.Exists(file.Path) || !file.Bytes.AsSpan().SequenceEqual(File.ReadAllBytes(file.Path)))
                return false;
        }

        return true;
    }

    private static bool AreUnchanged(IReadOnlyList<ScriptReference> references, IScriptWorld world)
    {
        for (var i = 0; i < references.Count; i++)
        {
            var reference = references[i];
            if (reference.Plugin.Length > 0 && world.FindPluginAssembly(reference.Plugin) != reference.Path)
                return false;

            if (!File.Exists(reference.Path) || ModuleVersion.OfFile(reference.Path) != reference.Version)
                return false;
        }

        return true;
    }

    private static bool AreThere(IReadOnlyList<string> files)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (!File.Exists(files[i]))
                return false;
        }

        return true;
    }

    private static bool IsExpected(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or BadImageFormatException
            or ArgumentException or FormatException or OverflowException;

    private static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (IsExpected(exception))
        {
            // The next clearing takes it.
        }
    }

    private string PathOf(string scriptPath) => Path.Combine(folder, ScriptKey.NameOf(scriptPath) + Ending);

    private bool BelongsToPersonAlone() => OperatingSystem.IsWindows() || (File.GetUnixFileMode(folder) & Others) == 0;

    private void Prepare()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
            if (!BelongsToPersonAlone())
            {
                File.SetUnixFileMode(folder, OwnerOnly);
                Clear(olderThan: DateTimeOffset.MaxValue);
            }
        }

        Clear(olderThan: clock.GetUtcNow() - Keeping);
    }

    private void Clear(DateTimeOffset olderThan)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if ((path.EndsWith(Ending, StringComparison.Ordinal) || path.EndsWith(".tmp", StringComparison.Ordinal))
                && File.GetLastWriteTimeUtc(path) < olderThan)
            {
                Forget(path);
            }
        }
    }
}
