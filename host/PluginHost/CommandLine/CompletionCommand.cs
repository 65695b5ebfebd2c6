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
                local offer
                COMPREPLY=()
                while IFS= read -r offer; do
                    printf -v offer %q "$offer"
                    COMPREPLY+=("$offer")
                done < <(pluginhost "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
                if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/] ]]; then
                    compopt -o nospace 2>/dev/null
                fi
            }
            complete -o default -F _pluginhost pluginhost
            """,
        ["zsh"] = """
            # Put this into ~/.zshrc, behind compinit: eval "$(pluginhost completion zsh)"
            _pluginhost() {
                local line="${(j: :)words[1,CURRENT-1]} $PREFIX"
                local -a offers
                offers=(${(f)"$(pluginhost "[suggest:${#line}]" "$line" 2>/dev/null)"})
                compadd -S '' -- ${(M)offers:#*[=/]}
                compadd -- ${offers:#*[=/]}
                (( $#offers )) || _files
            }
            compdef _pluginhost pluginhost
            """,
        ["fish"] = """
            # Put this into ~/.config/fish/completions/pluginhost.fish
            complete -c pluginhost -a '(pluginhost "[suggest]" (commandline -cp) 2>/dev/null)'
            """,
        ["pwsh"] = """
            # Put this into $PROFILE: pluginhost completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName pluginhost -ScriptBlock {
                param($word, $line, $position)
                pluginhost "[suggest:$($position - $line.Extent.StartOffset)]" "$line" |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    private static readonly Argument<string> Shell = new("shell")
    {
        Description = "The shell is bash, zsh, fish or pwsh.",
        HelpName = "shell",
    };

    public static IEnumerable<string> ShellNames => Shells.Keys;

    public static Command Make()
    {
        var command = new Command("completion", "Print what a shell needs to complete this program's command line.") { Shell };
        command.SetAction(commandLine =>
        {
            var name = commandLine.GetRequiredValue(Shell);
            Console.Out.WriteLine(Shells.GetValueOrDefault(name)
                ?? throw new WrongUseException($"There is no completion for \"{name}\".{Nearest.Hint(name, Shells.Keys)} The shells are {string.Join(", ", Shells.Keys)}."));
            return ExitCode.Done;
        });
        return command;
    }
}
