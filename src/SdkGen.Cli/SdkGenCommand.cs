using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SdkGen.Cli.Commands;
using SdkGen.Cli.Running;

namespace SdkGen.Cli;

/// <summary>The command line of <c>sdkgen</c>.</summary>
internal sealed class SdkGenCommand : RootCommand, IHasExamples
{
    public SdkGenCommand()
        : base("OAuth 2.0 and OpenID Connect from the command line.")
    {
        Subcommands.Add(new AuditCommand());
        Subcommands.Add(new ScaffoldCommand());
        Subcommands.Add(new VerifyCommand());
        Subcommands.Add(new CompletionCommand());
        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    /// <inheritdoc />
    public IEnumerable<string> Examples => Subcommands.OfType<IHasExamples>().Select(command => command.Examples.First());

    /// <summary>Reads the command line, and does what it says.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var arguments = Parse(args);
        if (arguments.Action is ParseErrorAction mistake)
        {
            // The mistake is what matters; a page of help would push it out of sight.
            mistake.ShowHelp = false;
            await arguments.InvokeAsync(new() { Output = Console.Error });
            return ExitCode.WrongUsage;
        }

        // The time limit is what makes Ctrl+C cancel the command instead of killing the process.
        return await arguments.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(2) });
    }
}
