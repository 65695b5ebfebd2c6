namespace PluginHost.Engine.Plugins.Developing;

/// <summary>Builds a project.</summary>
/// <param name="project">The project's file.</param>
/// <param name="hear">Told of each line of its output, on any thread.</param>
/// <param name="cancel">Ends the build, and all that it has started.</param>
internal delegate Task<BuildEnd> ProjectBuild(string project, Action<string> hear, CancellationToken cancel);
