namespace PluginHost.Sdk;

/// <summary>Runs commands of any plugin.</summary>
public interface ICommands
{
    /// <summary>Runs a command and gives its result.</summary>
    /// <param name="id">The command's id.</param>
    /// <param name="arguments">The arguments by name; values are converted to the parameter's type, culture-invariant.</param>
    /// <param name="cancel">Cancels the command.</param>
    /// <returns>The result; <see cref="Value.Nothing"/> where the command has none.</returns>
    /// <exception cref="WrongUseException">There is no such command, or an argument is missing, unknown or of the wrong type.</exception>
    /// <exception cref="PluginFaultedException">The command's plugin has thrown, hung or could not be loaded.</exception>
    Task<Value> RunAsync(string id, Record arguments, CancellationToken cancel);
}
