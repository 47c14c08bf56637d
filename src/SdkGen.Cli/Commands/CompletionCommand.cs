using System.CommandLine;
using SdkGen.Cli.Output;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Commands;

/// <summary>Prints what makes a shell complete what is typed. The shell then asks the tool itself, by its <c>[suggest]</c> directive.</summary>
internal sealed class CompletionCommand : Command, IHasExamples
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] =
            """
            _sdkgen_complete() {
                local IFS=$'\n'
                COMPREPLY=($(sdkgen "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null))
            }
            complete -o default -F _sdkgen_complete sdkgen
            """,
        ["fish"] =
            """
            function __sdkgen_complete
                set -l line (commandline --current-process --cut-at-cursor | string collect)
                sdkgen "[suggest:"(string length -- $line)"]" $line 2>/dev/null | string match --regex '.+'
            end
            complete --command sdkgen --arguments '(__sdkgen_complete)'
            """,
        ["pwsh"] =
            """
            Register-ArgumentCompleter -Native -CommandName sdkgen -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                sdkgen "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
        ["zsh"] =
            """
            _sdkgen_complete() {
                local -a found
                found=("${(@f)$(sdkgen "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                compadd -- ${found:#}
            }
            compdef _sdkgen_complete sdkgen
            """,
    };

    private readonly Argument<string> _shell = new("shell") { Description = "For which shell." };

    public CompletionCommand()
        : base("completion", "Print a script that lets a shell complete commands, options and values.")
    {
        _shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        Arguments.Add(_shell);
        SetAction(arguments => ResultWriter.WriteText(Scripts[arguments.GetRequiredValue(_shell)]));
    }

    /// <inheritdoc />
    public IEnumerable<string> Examples =>
    [
        "source <(sdkgen completion bash)",
        "sdkgen completion zsh >> ~/.zshrc",
        "sdkgen completion fish > ~/.config/fish/completions/sdkgen.fish",
        "sdkgen completion pwsh >> $PROFILE",
    ];
}
