using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SdkGen.Cli.Commands;
using SdkGen.Cli.Output;
using SdkGen.Cli.Running;

namespace SdkGen.Cli;

/// <summary>The command line of <c>sdkgen</c>.</summary>
internal sealed class SdkGenCommand : RootCommand, IHasExamples
{
    public SdkGenCommand()
        : base("OAuth 2.0 and OpenID Connect from the command line.")
    {
        Subcommands.Add(new CommandGroup(
            "perform",
            "Get tokens.",
            new ClientCredentialsCommand(),
            new AuthorizationCodeCommand(),
            new DeviceCodeCommand(),
            new TokenExchangeCommand(),
            new RefreshCommand()));
        Subcommands.Add(new IntrospectCommand());
        Subcommands.Add(new RevokeCommand());
        Subcommands.Add(new UserInfoCommand());
        Subcommands.Add(new DiscoverCommand());
        Subcommands.Add(new ScaffoldCommand());
        Subcommands.Add(new VerifyCommand());
        Subcommands.Add(new AuditCommand());
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
        var arguments = Parse(args.Length == 0 ? ["--help"] : args);
        if (arguments.Action is ParseErrorAction)
        {
            // The mistake is what matters; the page of help that would follow here would push it out of sight.
            var notes = new Notes();
            foreach (var mistake in Mistakes.Of(arguments))
            {
                notes.Fail(mistake);
            }

            return ExitCode.WrongUsage;
        }

        // The time limit is what makes Ctrl+C cancel the command instead of killing the process.
        return await arguments.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(2) });
    }
}
