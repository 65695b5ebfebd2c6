namespace PluginHost.Engine.Jobs;

/// <summary>How far a job is.</summary>
public enum JobState
{
    Running,
    Done,
    Failed,
    Cancelled,
}
