using System.CommandLine;
using PluginHost.Sdk;

namespace PluginHost.CommandLine;

/// <summary><c>completion SHELL</c>: what a shell reads to complete the program's command line.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Shells = new()
    {
        ["bash"] = """
            # Put this into ~/.bashrc: eval "$(pluginhost completion bash)"
            _pluginhost() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$(pluginhost "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _pluginhost pluginhost
            """,
        ["zsh"] = """
            # Put this into ~/.zshrc: eval "$(pluginhost completion zsh)"
            _pluginhost() {
                local -a offers
                offers=("${(@f)$(pluginhost "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
                compadd -a offers
            }
            compdef _pluginhost pluginhost
            """,
        ["fish"] = """
            # Put this into ~/.config/fish/completions/pluginhost.fish
            complete -c pluginhost -f -a '(pluginhost "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'
            """,
        ["pwsh"] = """
            # Put this into $PROFILE: pluginhost completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName pluginhost -ScriptBlock {
                param($word, $line, $position)
                pluginhost "[suggest:$position]" "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    private static readonly Argument<string> Shell = new("shell")
    {
        Description = "bash, zsh, fish or pwsh.",
        CompletionSources = { _ => Shells.Keys.Select(name => new System.CommandLine.Completions.CompletionItem(name)) },
    };

    public static Command Make()
    {
        var command = new Command("completion", "Print what a shell needs to complete this program's command line.") { Shell };
        command.SetAction(commandLine =>
        {
            var name = commandLine.GetRequiredValue(Shell);
            Console.Out.WriteLine(Shells.GetValueOrDefault(name)
                ?? throw new WrongUseException($"No completion for \"{name}\", only for {string.Join(", ", Shells.Keys)}."));
            return ExitCode.Done;
        });
        return command;
    }
}
