using System.CommandLine;
using SdkGen.Cli.Inputs;
using SdkGen.Cli.Output;
using SdkGen.Cli.Providers;
using SdkGen.Cli.Running;

namespace SdkGen.Cli.Commands;

/// <summary>A command that sends a provider one message, or a few that belong together, and shows what comes of it.</summary>
internal abstract class ProviderCommand : ToolCommand
{
    /// <summary>What <c>--quiet</c> means where a token is got.</summary>
    protected const string QuietToken = "Print the access token only.";

    private readonly ProviderInput _provider = new();

    private readonly Option<TimeSpan?> _timeout = Duration.CreateOption(
        "--timeout", "How long it may take altogether: 90, 90s, 5m. Without it a request may take 30 seconds, and a user as long as the provider allows.");

    protected ProviderCommand(string name, string description, string[] examples, string quiet)
        : base(name, description, examples, quiet)
    {
    }

    /// <summary>Adds the command's options: which provider and client, then its own, then what all commands have.</summary>
    protected void AddAll(params IEnumerable<Option> options) => Add([.. _provider.All, .. options, _timeout]);

    /// <summary>What it wants of the client.</summary>
    protected virtual ProviderWishes Wishes(ParseResult arguments) => new();

    /// <summary>What will be read from standard input besides the client's secret, if anything.</summary>
    protected virtual TokenInput? Token => null;

    /// <summary>Sends the message.</summary>
    /// <returns>What came of it.</returns>
    protected abstract Task<CommandResult> RunAsync(Run run, ConnectedProvider provider, CancellationToken cancellationToken);

    /// <inheritdoc />
    protected sealed override async Task<int> RunAsync(Run run, CancellationToken cancellationToken)
    {
        if (_provider.Client.IsSecretFromInput(run.Arguments) && Token?.IsFromInput(run.Arguments) == true)
        {
            throw CommandException.Usage(
                "Standard input can hold the client secret or the token, not both.", "Put one of them into an environment variable: --client-secret-env, --token-env.");
        }

        var timeout = run.Arguments.GetValue(_timeout);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout is { } time)
        {
            limit.CancelAfter(time);
        }

        try
        {
            var provider = await _provider.ConnectAsync(run, Wishes(run.Arguments), limit.Token);
            run.Results.Write(await RunAsync(run, provider, limit.Token));
            return ExitCode.Good;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CommandException($"Nothing came of it within {timeout!.Value.TotalSeconds:0.###} seconds.", "Give it more time: --timeout.");
        }
    }
}
