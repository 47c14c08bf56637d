using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Quickstart.Providers;
using Quickstart.Running;
using Spectre.Console;

namespace Quickstart;

/// <summary>The command line. Without options it is the whole tour.</summary>
internal sealed class QuickstartCommand : RootCommand
{
    private readonly Option<string?> _issuer = new("--issuer")
    {
        Description = "A server of your own instead of the one that is started here, spelled as in its metadata.",
        HelpName = "url",
    };

    private readonly Option<string?> _clientId = new("--client-id")
    {
        Description = "The client id that it gave to you.",
        HelpName = "id",
    };

    private readonly Option<string?> _clientSecretEnv = new("--client-secret-env")
    {
        Description = "The environment variable that holds the client secret. Leave it out for a public client.",
        HelpName = "name",
    };

    private readonly Option<string[]> _scopes = new("--scope")
    {
        Description = "The scopes to ask for: several in one text, or the option several times. Without it the server decides.",
        HelpName = "scopes",
    };

    /// <summary>There so that a secret on the command line is refused without being printed.</summary>
    private readonly Option<string?> _clientSecret = new("--client-secret") { Hidden = true };

    public QuickstartCommand()
        : base("Watch generated clients go through every OAuth flow, against a real authorization server in this process.")
    {
        Options.Add(_issuer);
        Options.Add(_clientId);
        Options.Add(_clientSecretEnv);
        Options.Add(_scopes);
        Options.Add(_clientSecret);
        Validators.Add(Check);
        SetAction(RunAsync);
        var help = Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    /// <summary>Reads the command line, and does what it says.</summary>
    /// <returns>The exit code: 0 only if every step passed.</returns>
    public async Task<int> RunAsync(string[] args)
    {
        var arguments = Parse(args);
        if (arguments.Action is ParseErrorAction mistake)
        {
            // The mistake is what matters; a page of help would push it out of sight.
            mistake.ShowHelp = false;
        }

        // The time limit is what makes Ctrl+C cancel the steps instead of killing the process.
        return await arguments.InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(5) });
    }

    private static IReport CreateReport() =>
        Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive || !AnsiConsole.Profile.Capabilities.Ansi
            ? new LineReport(Console.Out)
            : new TableReport(AnsiConsole.Console);

    /// <summary>
    /// What was typed for an option; one that lacks its value is a mistake that the command line tells by itself.
    /// </summary>
    private static string? Text(CommandResult command, Option<string?> option) =>
        command.GetResult(option) is { Tokens: [var token, ..] } ? token.Value : null;

    private static bool IsSecure(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    /// <summary>Whatever does not fit together is told with what to do about it.</summary>
    private void Check(CommandResult command)
    {
        var issuer = Text(command, _issuer);
        if (command.GetResult(_clientSecret) is not null)
        {
            command.AddError(
                "A secret on the command line can be read by every user of the machine: put it into an environment variable, "
                + "and name that one with --client-secret-env.");
        }

        Option[] aboutYourServer = [_clientId, _clientSecretEnv, _scopes];
        if (issuer is null && aboutYourServer.Any(option => command.GetResult(option) is not null))
        {
            command.AddError("These options are about a server of your own: add --issuer https://…, or leave them out for the tour.");
        }

        if (issuer is not null && !IsSecure(issuer))
        {
            command.AddError(
                "--issuer has to be an absolute https URL, such as https://login.example.com; http is for this machine alone.");
        }

        if (issuer is not null && string.IsNullOrWhiteSpace(Text(command, _clientId)))
        {
            command.AddError("--issuer needs a client: add --client-id with the id that the server gave to you.");
        }

        // What was typed is not repeated: somebody may have typed the secret.
        if (Text(command, _clientSecretEnv) is { } name && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
        {
            command.AddError(
                "--client-secret-env names an environment variable that is not set: put the client secret into it, "
                + "or leave the option out.");
        }
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var report = CreateReport();
        try
        {
            var tally = arguments.GetValue(_issuer) is { } issuer
                ? await RunYourServerAsync(arguments, issuer, report, cancellationToken)
                : await RunTourAsync(report, cancellationToken);
            return tally.IsSuccess ? 0 : 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report.Say("Stopped.");
            return 130;
        }
    }

    private static async Task<Tally> RunTourAsync(IReport report, CancellationToken cancellationToken)
    {
        await using var tour = new Tour();
        return await report.RunAsync(tour.Steps(), cancellationToken);
    }

    private Task<Tally> RunYourServerAsync(
        ParseResult arguments, string issuer, IReport report, CancellationToken cancellationToken)
    {
        var options = new YourServerOptions
        {
            Issuer = issuer,
            ClientId = arguments.GetValue(_clientId),
            ClientSecret = arguments.GetValue(_clientSecretEnv) is { } name ? Environment.GetEnvironmentVariable(name) : null,
        };
        var scopes = string.Join(' ', arguments.GetValue(_scopes) ?? []).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var tour = new YourServerTour(options, scopes.Length > 0 ? scopes : null, report.Say);
        return report.RunAsync(tour.Steps(), cancellationToken);
    }
}
