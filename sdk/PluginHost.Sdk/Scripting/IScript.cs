namespace PluginHost.Sdk;

/// <summary>A run of a script, as the plugin that gives it a global sees it.</summary>
public interface IScript
{
    /// <summary>The script's name: its file name without the ending.</summary>
    string Name { get; }

    /// <summary>Cancelled when the script is to stop.</summary>
    CancellationToken Cancel { get; }

    /// <summary>What this run has done and read so far, and what the run that it resumes had.</summary>
    IJournal Journal { get; }

    /// <summary>The script's clock. Waiting is done on it.</summary>
    TimeProvider Clock { get; }

    /// <summary>When something is due: wall clocks, zones and schedules, by the script's clock.</summary>
    ITimes Times { get; }
}
